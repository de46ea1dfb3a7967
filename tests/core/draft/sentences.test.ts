import { NOWHERE } from '../../../src/core/draft/draft-local';
import { createDraftReading } from '../../../src/core/draft/draft-reading';
import { readDraftSignals } from '../../../src/core/draft/draft-signals';
import { sentenceStretches } from '../../../src/core/draft/read-draft';
import { atOnce } from '../../../src/core/steps';

const read = createDraftReading(readDraftSignals([]), NOWHERE);
const count = (draft: string) => sentenceStretches(atOnce(read(draft))).length;

it.each<[string, string, number]>([
  ['two sentences', 'It rained. We went home.', 2],
  ['a title', 'Thanks to Cllr. Marr for coming.', 1],
  ['a number by its short form', 'It is at no. 12 on the left.', 1],
  ['numbers by their short form', 'Flats nos. 3 and 4 are dry.', 1],
  ['the word no at the end of a sentence', 'The answer is no. We tried.', 2],
  ['an empty line', 'Quiz night\n\nBring a pen', 2],
  ['a figure with a point', 'It cost 3.50 and not more.', 1],
])('counts the sentences of %s', (_, draft, sentences) => {
  expect(count(draft)).toBe(sentences);
});
