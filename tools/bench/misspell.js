const { hashOf } = require('./hash-of');
const { STOP_WORDS } = require('../../dist/core/match/tokens');

/** So many content words of a hundred are misspelt: one in three, as in matching.md, section 2. */
const ONE_IN = 3;
/** A shorter word is left alone: nobody could tell what it was. */
const SHORTEST = 3;
/** The neighbours of each key on a British keyboard, in its own row and the rows beside it. */
const ROWS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];

/**
 * A question as a hurried person might type it: one content word in three is replaced by a real misspelling of it (`lists`: right
 * word -> its misspellings), or has a slip of the finger where no list knows the word. The same question always gets the same errors.
 */
function misspell(question, lists) {
  let number = 0;
  return question.replace(/\p{L}+(?:['’]\p{L}+)*/gu, (word) => {
    const lot = hashOf(`${question}\n${number++}`);
    const plain = word.toLowerCase();
    const kept = plain.length < SHORTEST || STOP_WORDS.has(plain.replace(/['’]/gu, ''));
    if (kept || lot % ONE_IN !== 0) return word;
    const choice = Math.floor(lot / ONE_IN);
    const known = lists
      .flatMap((list) => (Object.hasOwn(list, plain) ? list[plain] : []))
      .filter((one) => one !== plain);
    return known.length > 0 ? known[choice % known.length] : slip(plain, choice);
  });
}

/** Two letters changed round, one left out, one doubled, or the key beside it hit. */
function slip(word, choice) {
  const at = 1 + (Math.floor(choice / 4) % (word.length - 1));
  const [before, letter, after] = [word.slice(0, at), word[at], word.slice(at + 1)];
  if (choice % 4 === 0 && letter !== word[at - 1]) return word.slice(0, at - 1) + letter + word[at - 1] + after;
  if (choice % 4 === 1) return before + after;
  if (choice % 4 === 2) return before + letter + letter + after;
  return before + neighbourOf(letter) + after;
}

function neighbourOf(letter) {
  const row = ROWS.find((keys) => keys.includes(letter));
  if (!row) return '';
  const at = row.indexOf(letter);
  return row[at + 1] ?? row[at - 1];
}

module.exports = { misspell };
