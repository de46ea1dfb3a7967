import { splitSentences } from '../../../src/core/policy/split-sentences';

function sentences(text: string): readonly string[] {
  return splitSentences(text, 0, text.length).map(({ start, end }) => text.slice(start, end));
}

describe('sentences of UK text', () => {
  it.each<[string, readonly string[]]>([
    ['Stop. Ask first.', ['Stop.', 'Ask first.']],
    ['Say little, e.g. The date.  Then stop.', ['Say little, e.g. The date.', 'Then stop.']],
    ['Ask Cllr. Marsden. She knows.', ['Ask Cllr. Marsden.', 'She knows.']],
    ['See No. 5 of the rules. It is short.', ['See No. 5 of the rules.', 'It is short.']],
    ['You may say no. Then leave.', ['You may say no.', 'Then leave.']],
    ['J. Batty wrote it. We answered.', ['J. Batty wrote it.', 'We answered.']],
    ['It is used in the UK. Many read it.', ['It is used in the UK.', 'Many read it.']],
    ['Think before you press ‘publish’! There is a test.', ['Think before you press ‘publish’!', 'There is a test.']],
    ['She said “No.” Then she left.', ['She said “No.”', 'Then she left.']],
    ['“Is it true?” she asked. It was.', ['“Is it true?” she asked.', 'It was.']],
    ['Wait … and see. Do not post.', ['Wait … and see.', 'Do not post.']],
    ['One line\nthat goes on. “Quoted” next.', ['One line\nthat goes on.', '“Quoted” next.']],
    ['No stop at all', ['No stop at all']],
  ])('cuts %j', (text, expected) => {
    expect(sentences(text)).toEqual(expected);
  });

  it('leaves the number of a clause with its first sentence', () => {
    const text = '1. Be polite. Be brief.';
    expect(splitSentences(text, 0, text.length, 3)).toEqual([
      { start: 0, end: 13 },
      { start: 14, end: 23 },
    ]);
  });
});
