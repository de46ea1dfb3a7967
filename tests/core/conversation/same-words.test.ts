import { sameWords } from '../../../src/core/conversation/same-words';

describe('a text is a version of another', () => {
  it.each([
    ['the same', 'The road is shut again', 'The road is shut again', true],
    ['a word changed', 'The clowns shut the road again', 'The council shut the road again', true],
    ['a sentence taken out', 'The road is shut. They should be ashamed of it.', 'The road is shut.', true],
    ['about something else', 'The road is shut again', 'Cakes and tea on Sunday please', false],
    ['with one word in common', 'The road is shut', 'Mind the gap', false],
    ['of nothing', '', 'The road is shut', false],
  ])('%s', (_, one, other, wanted) => {
    expect(sameWords(one, other)).toBe(wanted);
    expect(sameWords(other, one)).toBe(wanted);
  });
});
