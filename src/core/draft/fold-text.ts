/** A text with its disguises taken off: `starts[i]` and `ends[i]` are the UTF-16 offsets in the original of the character `text[i]`. */
export type FoldedText = {
  readonly text: string;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
};

/** Letters of other alphabets that look like Latin ones (the confusables that turn up in spam), and quotes that differ in shape only. */
const LOOKS_LIKE: ReadonlyMap<string, string> = new Map(
  [
    ['аΑα', 'a'],
    ['АᎪ', 'A'],
    ['ЬВΒ', 'b'],
    ['сϲ', 'c'],
    ['СϹ', 'C'],
    ['ԁ', 'd'],
    ['еє', 'e'],
    ['ЕΕ', 'E'],
    ['һ', 'h'],
    ['НΗ', 'H'],
    ['іιı', 'i'],
    ['ІΙ', 'I'],
    ['ј', 'j'],
    ['кκ', 'k'],
    ['КΚ', 'K'],
    ['МΜ', 'M'],
    ['ո', 'n'],
    ['Ν', 'N'],
    ['оοσ', 'o'],
    ['ОΟ', 'O'],
    ['рρ', 'p'],
    ['РΡ', 'P'],
    ['ѕ', 's'],
    ['Ѕ', 'S'],
    ['тτ', 't'],
    ['ТΤ', 'T'],
    ['υ', 'u'],
    ['ѵν', 'v'],
    ['ԝω', 'w'],
    ['хχ', 'x'],
    ['ХΧ', 'X'],
    ['уγ', 'y'],
    ['УΥ', 'Y'],
    ['’‘‛`´ʼ＇', "'"],
    ['“”', '"'],
    ['–—', '-'],
  ].flatMap(([strange = '', plain = '']) => [...strange].map((letter) => [letter, plain] as const)),
);

/**
 * Takes off what hides a word from a reader of letters: invisible signs, accents, letters of other alphabets or fancy typefaces.
 * Case is kept. Blanks and emoji that stand together become one space, or one new line where they hold an empty line.
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
    const again = plain === ' ' && letters.length > 0 && /\s/u.test(letters.at(-1) ?? '');
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

function plainForm(sign: string): string {
  if (/[\s\p{Extended_Pictographic}\p{Regional_Indicator}\p{Emoji_Modifier}]/u.test(sign)) return ' ';
  if (sign <= '\u007f' && sign !== '`') return sign;
  const known = LOOKS_LIKE.get(sign);
  if (known !== undefined) return known;
  const letters = sign.normalize('NFKD').replace(/[\p{Mn}\p{Cf}]/gu, '');
  return Array.from(letters, (letter) => LOOKS_LIKE.get(letter) ?? letter).join('');
}
