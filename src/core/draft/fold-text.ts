/** A text with its disguises taken off: `starts[i]` and `ends[i]` are the UTF-16 offsets in the original of the character `text[i]`. */
export type FoldedText = {
  readonly text: string;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
};

/** Letters of other alphabets that look like Latin ones (the confusables that turn up in spam), and quotes that differ in shape only. */
const LOOKS_LIKE: ReadonlyMap<string, string> = new Map(
  [
    ['аАᎪαΑ', 'a'],
    ['ЬВΒ', 'b'],
    ['сСϲϹ', 'c'],
    ['ԁ', 'd'],
    ['еЕєΕ', 'e'],
    ['һНΗ', 'h'],
    ['іІιΙı', 'i'],
    ['ј', 'j'],
    ['кКκΚ', 'k'],
    ['МΜ', 'm'],
    ['ոΝ', 'n'],
    ['оОοΟσ', 'o'],
    ['рРρΡ', 'p'],
    ['ѕЅ', 's'],
    ['тТτΤ', 't'],
    ['υ', 'u'],
    ['ѵν', 'v'],
    ['ԝω', 'w'],
    ['хХχΧ', 'x'],
    ['уУγΥ', 'y'],
    ['’‘‛`´ʼ＇', "'"],
    ['“”', '"'],
    ['–—', '-'],
  ].flatMap(([strange = '', plain = '']) => [...strange].map((letter) => [letter, plain] as const)),
);

/**
 * Takes off what hides a word from a reader of letters: capitals, invisible signs, accents, letters of other alphabets or fancy
 * typefaces. An emoji that can carry an insult or a threat becomes its word. Blanks and other emoji that stand together become one space, or one new line where they hold an empty line.
 * Every character keeps its way back; signs that are dropped belong to the character before them.
 */
export function foldText(original: string): FoldedText {
  const letters: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  let start = 0;
  let lines = 0;
  for (const sign of original) {
    const end = start + sign.length;
    const plain = plainForm(sign);
    const again = plain === ' ' && letters.length > 0 && ' \n'.includes(letters.at(-1) ?? '?');
    if (plain !== '') lines = plain === ' ' ? lines + (sign === '\n' ? 1 : 0) : 0;
    if ((plain === '' || again) && ends.length > 0) ends[ends.length - 1] = end;
    if (again && lines > 1) letters[letters.length - 1] = '\n';
    for (let unit = 0; !again && unit < plain.length; unit++) {
      letters.push(plain.charAt(unit));
      starts.push(start);
      ends.push(end);
    }
    start = end;
  }
  return { text: letters.join(''), starts, ends };
}

/** Emoji that say something about a person, and what they say. */
const SAYS: ReadonlyMap<string, string> = new Map([
  ['🔪', ' knife '],
  ['🗡', ' knife '],
  ['🔫', ' gun '],
  ['💣', ' bomb '],
  ['🧨', ' bomb '],
  ['🪓', ' axe '],
  ['⚰', ' coffin '],
  ['🪦', ' grave '],
  ['🐀', ' rat '],
  ['🐍', ' snake '],
  ['🤡', ' clown '],
  ['🖕', ' middle finger '],
  ['💩', ' shit '],
]);

function plainForm(sign: string): string {
  if (sign <= '\u007f' && sign !== '`') return sign <= ' ' ? ' ' : sign.toLowerCase();
  const says = SAYS.get(sign);
  if (says !== undefined) return says;
  if (/[\s\p{Extended_Pictographic}\p{Regional_Indicator}\p{Emoji_Modifier}]/u.test(sign)) return ' ';
  const known = LOOKS_LIKE.get(sign);
  if (known !== undefined) return known;
  const letters = sign
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\p{Mn}\p{Cf}]/gu, '');
  return Array.from(letters, (letter) => LOOKS_LIKE.get(letter) ?? letter).join('');
}
