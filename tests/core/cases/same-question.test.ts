import { join } from 'node:path';
import { createSameQuestion } from '../../../src/core/cases/same-question';
import { createLexicon } from '../../../src/core/match/lexicon';
import { readLexicon } from '../../../src/read-lexicon';

const same = createSameQuestion(createLexicon(readLexicon(join(__dirname, '../../../knowledge/lexicon.txt'))));

it.each([
  ['Can I share the link to the planning petition?', 'can i share the link to the planning petition'],
  ['Can I share a link to the planning petition?', 'Please, can I share the link of the planning petition'],
  ['May I post a photo of the new playground?', 'may I post a picture of the new playground'],
])('"%s" asks the same as "%s"', (one, other) => {
  expect(same(one, other)).toBe(true);
  expect(same(other, one)).toBe(true);
});

it.each([
  ['Can I share the link to the planning petition?', 'Can I not share the link to the planning petition?'],
  ['May I post a photo of the flood on 12 May?', 'May I post a photo of the flood on 13 May?'],
  ['May I post it before the council meeting?', 'May I post it after the council meeting?'],
  ['Can I post a photo of the mayor?', 'Can I post a photo of the school children?'],
  ['Can I post this?', 'Can I post this?'],
  ['help', 'help'],
])('"%s" is not taken for "%s"', (one, other) => {
  expect(same(one, other)).toBe(false);
});
