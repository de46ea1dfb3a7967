import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readDraftExamples } from '../src/read-draft-examples';

const RULES = ['abuse', 'self-data'];

function reading(text: string, name = 'a.txt') {
  const folder = mkdtempSync(join(tmpdir(), 'examples-'));
  writeFileSync(join(folder, name), text);
  return () => readDraftExamples(folder, RULES);
}

describe('readDraftExamples', () => {
  it('reads drafts, their marks, and those without marks', () => {
    const text = [
      '# a note',
      'You fool.\\nRing me on 07700 900341',
      '  abuse stop: You fool',
      '  self-data think: 07700 900341',
      '  not abuse',
      '',
      'A good day to all',
      '  not abuse',
      '',
      '',
      'Tea at three',
    ].join('\n');
    expect(reading(text)()).toEqual([
      {
        draft: 'You fool.\nRing me on 07700 900341',
        marks: [
          { rule: 'abuse', severity: 'stop', start: 0, end: 8 },
          { rule: 'self-data', severity: 'think', start: 21, end: 33 },
        ],
      },
      { draft: 'A good day to all', marks: [] },
      { draft: 'Tea at three', marks: [] },
    ]);
  });

  it('reads every text file of the folder', () => {
    const folder = mkdtempSync(join(tmpdir(), 'examples-'));
    writeFileSync(join(folder, 'b.txt'), 'Two\n');
    writeFileSync(join(folder, 'a.txt'), 'One\n');
    writeFileSync(join(folder, 'c.md'), 'Three\n');
    expect(readDraftExamples(folder, RULES).map(({ draft }) => draft)).toEqual(['One', 'Two']);
  });

  it.each([
    ['a mark above the first draft', '  abuse stop: fool\n', 'a.txt, line 1: put the draft itself on a line above'],
    ['a mark behind an empty line', 'You fool\n\n  abuse stop: fool\n', 'a.txt, line 3: put the draft itself'],
    [
      'two drafts without an empty line',
      'You fool\nA second one\n',
      'a.txt, line 2: below a draft stand lines such as',
    ],
    ['a severity that there is not', 'You fool\n  abuse bad: fool\n', 'a.txt, line 2: below a draft stand'],
    ['a rule that there is not', 'You fool\n  manners stop: fool\n', 'a.txt, line 2: no rule has the id "manners".'],
    ['a likeness to no rule', 'You fool\n  not manners\n', 'a.txt, line 2: no rule has the id "manners".'],
    [
      'words that are not there',
      'You fool\n  abuse stop: Fool\n',
      'a.txt, line 2: these words do not stand in the draft',
    ],
  ])('tells file and line of %s', (_name, text, said) => {
    expect(reading(text)).toThrow(said);
  });

  it('tells which folder is missing', () => {
    expect(() => readDraftExamples(join(tmpdir(), 'no-such-folder'), RULES)).toThrow('no-such-folder is missing.');
  });
});
