import { readIntent } from '../../../src/core/conversation/read-intent';
import { commands } from '../asking';

const read = (text: string, attachments = false) => readIntent({ text, attachments }, commands);

describe('readIntent', () => {
  it.each([
    ['', { kind: 'empty' }],
    [' \n\t', { kind: 'empty' }],
    ['rules', { kind: 'command', command: 'rules', rest: '' }],
    ['/check', { kind: 'command', command: 'check', rest: '' }],
    ['check my draft', { kind: 'command', command: 'check', rest: '' }],
    ['check: Fete on Sunday', { kind: 'draft', draft: 'Fete on Sunday' }],
    ['/check: Fete on Sunday', { kind: 'draft', draft: 'Fete on Sunday' }],
    ['/check Fete on Sunday', { kind: 'command', command: 'check', rest: 'Fete on Sunday' }],
    ['can I post this: Fete on Sunday', { kind: 'draft', draft: 'Fete on Sunday' }],
    [
      'ask clerk can I post this: Fete on Sunday',
      { kind: 'command', command: 'ask clerk', rest: 'can I post this: Fete on Sunday' },
    ],
    ['can I post this?', { kind: 'question', parts: ['can I post this?'] }],
    ['rules about photos', { kind: 'question', parts: ['rules about photos'] }],
    [
      'Can I block a troll? Who sees my page?',
      { kind: 'question', parts: ['Can I block a troll?', 'Who sees my page?'] },
    ],
    ['?', { kind: 'wordless' }],
    ['👍', { kind: 'wordless' }],
  ])('reads %j', (text, intent) => {
    expect(read(text)).toEqual(intent);
  });

  it('says that a picture came when nothing else did', () => {
    expect(read('', true)).toEqual({ kind: 'attachment' });
  });

  it('reads the words that came with a picture', () => {
    expect(read('rules', true)).toEqual({ kind: 'command', command: 'rules', rest: '' });
  });
});
