import { createDraftReader } from '../../../src/core/conversation/read-draft';
import { readIntent } from '../../../src/core/conversation/read-intent';
import { commands } from '../asking';

const read = (text: string, attachments = false) =>
  readIntent({ text, attachments }, commands, createDraftReader(undefined));

describe('readIntent', () => {
  it.each([
    ['', { kind: 'empty' }],
    [' \n\t', { kind: 'empty' }],
    ['rules', { kind: 'command', command: 'rules', rest: '' }],
    ['/check', { kind: 'command', command: 'check', rest: '' }],
    ['check my draft', { kind: 'command', command: 'check', rest: '' }],
    ['check: Fete on Sunday', { kind: 'draft', draft: 'Fete on Sunday', introduced: true }],
    ['/check: Fete on Sunday', { kind: 'draft', draft: 'Fete on Sunday', introduced: true }],
    ['/check Fete on Sunday', { kind: 'command', command: 'check', rest: 'Fete on Sunday' }],
    ['can I post this: Fete on Sunday', { kind: 'draft', draft: 'Fete on Sunday', introduced: true }],
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

  it('takes words for a draft that only likeness found, but no command', () => {
    const likely = (text: string) =>
      readIntent({ text, attachments: false }, commands, (message) => ({ draft: message, introduced: false }));
    expect(likely('Fete on Sunday')).toEqual({ kind: 'draft', draft: 'Fete on Sunday', introduced: false });
    expect(likely('my cases')).toMatchObject({ kind: 'command', command: 'my cases' });
    expect(likely('?')).toEqual({ kind: 'wordless' });
  });

  it('reads the message without the spaces around it', () => {
    const seen: string[] = [];
    readIntent({ text: ' \n can I block him \n', attachments: false }, commands, (message) => {
      seen.push(message);
      return undefined;
    });
    expect(seen).toEqual(['can I block him']);
  });
});
