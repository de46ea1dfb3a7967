import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readDrafts } from '../src/read-drafts';
import { temporaryFolder } from './adapters/storage/temporary-folder';
import { KNOWLEDGE } from './core/asking';

const path = join(temporaryFolder(), 'drafts.txt');

function read(text: string) {
  writeFileSync(path, text);
  return readDrafts(path);
}

/** The words at the place of the draft. */
const draftsOf = (text: string) =>
  read(text).map(({ text: message, draft }) => draft && message.slice(draft.start, draft.end));

const TEXT = `# Messages.

can I post: «Fete on Sunday» ok?
  what are the rules  
how's this\\n«Fete\\nAll welcome»
#ChurchFete «on Sunday»
`;

describe('readDrafts', () => {
  it('reads messages without their marks, and the place of the draft', () => {
    expect(read(TEXT)).toEqual([
      { text: 'can I post: Fete on Sunday ok?', draft: { start: 12, end: 26 } },
      { text: 'what are the rules' },
      { text: "how's this\nFete\nAll welcome", draft: { start: 11, end: 27 } },
      { text: '#ChurchFete on Sunday', draft: { start: 12, end: 21 } },
    ]);
    expect(draftsOf(TEXT)).toEqual(['Fete on Sunday', undefined, 'Fete\nAll welcome', 'on Sunday']);
  });

  it.each([
    ['Windows line ends', TEXT.replaceAll('\n', '\r\n')],
    ['a mark for UTF-8 at the beginning', `\ufeff${TEXT}`],
    ['no line end at the end', TEXT.trimEnd()],
  ])('reads the same with %s', (_, text) => {
    const before = read(TEXT);
    expect(read(text)).toEqual(before);
  });

  it('reads a file without messages', () => {
    expect(read('# Nothing yet.\n')).toEqual([]);
  });

  it.each([
    ['an end without a beginning', 'Fete on Sunday»'],
    ['a beginning without an end', 'can I post «Fete on Sunday'],
    ['an end before its beginning', 'can I »post« that'],
    ['two drafts', '«Fete» or «Fair»'],
    ['a mark that stands twice', 'can I post ««Fete»'],
    ['nothing between the marks', 'can I post « »'],
  ])('refuses %s, with file and line', (_, line) => {
    const sentence = `${path}, line 3: put one « before the words of the post and one » behind them.`;
    expect(() => read(`# Messages.\nwhat are the rules\n${line}\n`)).toThrow(sentence);
    expect(() => read(`# Messages.\r\nwhat are the rules\r\n${line}\r\n`)).toThrow(sentence);
  });

  it('says that the file is missing', () => {
    expect(() => readDrafts(`${path}.bak`)).toThrow(`${path}.bak is missing. Put it there.`);
  });

  it('reads the file of the repository: hundreds of messages with drafts, and hundreds without', () => {
    const messages = readDrafts(join(KNOWLEDGE, 'drafts.txt'));
    expect(messages.filter(({ draft }) => draft).length).toBeGreaterThan(300);
    expect(messages.filter(({ draft }) => !draft).length).toBeGreaterThan(300);
    for (const { text, draft } of messages) {
      expect(text).not.toMatch(/[«»]/u);
      if (draft) expect(text.slice(draft.start, draft.end).trim()).not.toBe('');
    }
  });
});
