import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readLexicon } from '../src/read-lexicon';
import { temporaryFolder } from './adapters/storage/temporary-folder';
import { KNOWLEDGE } from './core/asking';

const path = join(temporaryFolder(), 'lexicon.txt');

function read(text: string) {
  writeFileSync(path, text);
  return readLexicon(path);
}

const TEXT = `# Dialect.

children: bairns,  kids , little ones
  allowed : can i

# Verbs.
what-to-do: wharra do, what's best
`;
const MEANINGS = {
  children: ['bairns', 'kids', 'little ones'],
  allowed: ['can i'],
  'what-to-do': ['wharra do', "what's best"],
};

describe('readLexicon', () => {
  it('reads each meaning with its words and phrases', () => {
    expect(read(TEXT)).toEqual(MEANINGS);
  });

  it.each([
    ['Windows line ends', TEXT.replaceAll('\n', '\r\n')],
    ['a mark for UTF-8 at the beginning', `\ufeff${TEXT}`],
    ['no line end at the end', TEXT.trimEnd()],
  ])('reads the same with %s', (_, text) => {
    expect(read(text)).toEqual(MEANINGS);
  });

  const SHAPE = 'this is not "meaning: word, word". Write what is meant, a colon, and words with commas between.';

  it.each([
    ['a line without a colon', 'bairns', SHAPE],
    ['a line with two colons', 'children: bairns: kids', SHAPE],
    ['a meaning without words', 'children:', SHAPE],
    ['words without a meaning', ': bairns, kids', SHAPE],
    ['a comma with nothing behind it', 'children: bairns,', SHAPE],
    ['two commas in a row', 'children: bairns,, kids', SHAPE],
    [
      'a meaning that stands there twice',
      'allowed: may i',
      '"allowed" stands there twice. Put the two lines together.',
    ],
  ])('refuses %s, with file and line', (_, line, sentence) => {
    const told = `${path}, line 4: ${sentence}`;
    expect(() => read(`# Dialect.\n\nallowed: can i\n${line}\n`)).toThrow(told);
    expect(() => read(`# Dialect.\r\n\r\nallowed: can i\r\n${line}\r\n`)).toThrow(told);
  });

  it('says that the file is missing', () => {
    expect(() => readLexicon(`${path}.bak`)).toThrow(`${path}.bak is missing. Put it there.`);
  });

  it('reads the file of the repository: hundreds of meanings, none without words', () => {
    const meanings = Object.entries(readLexicon(join(KNOWLEDGE, 'lexicon.txt')));
    expect(meanings.length).toBeGreaterThan(300);
    expect(meanings.filter(([, words]) => words.length === 0)).toEqual([]);
  });
});
