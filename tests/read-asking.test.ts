import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readAsking } from '../src/read-asking';
import { textFiles } from '../src/read-text-file';
import { temporaryFolder } from './adapters/storage/temporary-folder';

const folder = temporaryFolder();
const KNOWN = ['post.think', 'post.wait', 'page'];

/** Reads files with these texts, in this order. */
function read(...texts: readonly string[]) {
  const names = texts.map((text, at) => {
    writeFileSync(join(folder, `${at}.txt`), text);
    return `${at}.txt`;
  });
  return Object.fromEntries(readAsking(folder, names, KNOWN));
}

const TEXT = `# Ways of asking.

[post.think]
do i need to think
#hashtags, think first?
  [really] why  

# Anger.
[post.wait]
so "angry" — 😡
`;
const WAYS = {
  'post.think': ['do i need to think', '#hashtags, think first?', '[really] why'],
  'post.wait': ['so "angry" — 😡'],
};

describe('readAsking', () => {
  it('reads ways as they were typed, below their ids, without comments and empty lines', () => {
    expect(read(TEXT)).toEqual(WAYS);
  });

  it.each([
    ['Windows line ends', TEXT.replaceAll('\n', '\r\n')],
    ['a mark for UTF-8 at the beginning', `\ufeff${TEXT}`],
    ['no line end at the end', TEXT.trimEnd()],
  ])('reads the same with %s', (_, text) => {
    expect(read(text)).toEqual(WAYS);
  });

  it('puts several files together', () => {
    expect(read('[page]\nmy rules\n', '[post.wait]\ncalm down\n')).toEqual({
      page: ['my rules'],
      'post.wait': ['calm down'],
    });
  });

  it('keeps an id with nothing below it, and knows nothing of ids that are not there', () => {
    expect(read('[page]\n[post.wait]\ncalm\n')).toEqual({ page: [], 'post.wait': ['calm'] });
    expect(read('')).toEqual({});
  });

  it.each([
    [
      'words above the first id',
      ['\n# Ways.\nmy rules\n[page]\n'],
      '0.txt, line 3: this stands above the first [id]. Put it below the id of what it asks for.',
    ],
    [
      'an id that is not known',
      ['[page]\nmy rules\n\n[page.rulez]\n'],
      '0.txt, line 4: the id "page.rulez" is not known. Correct it, or remove its list.',
    ],
    [
      'an id that stands in a file twice',
      ['[page]\nmy rules\n[page]\n'],
      '0.txt, line 3: the id "page" stands in another place too. Put its lists together.',
    ],
    [
      'an id that stands in two files',
      ['[page]\nmy rules\n', '# More.\n[page]\nthe rules\n'],
      '1.txt, line 2: the id "page" stands in another place too. Put its lists together.',
    ],
    ['words above the first id of a later file', ['[page]\nmy rules\n', 'calm\n'], '1.txt, line 1: this stands above'],
  ])('refuses %s, with file and line', (_, texts, sentence) => {
    expect(() => read(...texts)).toThrow(join(folder, sentence));
    expect(() => read(...texts.map((text) => text.replaceAll('\n', '\r\n')))).toThrow(join(folder, sentence));
  });

  it('says which file is missing', () => {
    expect(() => readAsking(folder, ['none.txt'], KNOWN)).toThrow(
      `${join(folder, 'none.txt')} is missing. Put it there. The repository holds an example.`,
    );
  });
});

describe('textFiles', () => {
  it('names the text files in order and nothing else', () => {
    for (const name of ['b.txt', 'a.txt', 'notes.md', 'a.txt.bak']) writeFileSync(join(folder, name), '');
    expect(textFiles(folder).filter((name) => !/^\d/u.test(name))).toEqual(['a.txt', 'b.txt']);
  });

  it('says that the folder is missing', () => {
    expect(() => textFiles(join(folder, 'asking'))).toThrow(`${join(folder, 'asking')} is missing.`);
  });
});
