import type { Knowledge } from './core/known';
import { readText } from './read-text-file';

/**
 * Reads words of dialect and of the domain: on each line what is meant, a colon, and the words and phrases that people use for it,
 * with commas between. Empty lines, and lines that begin with "# ", are left out. Throws a sentence with file and line for a line of
 * another shape and for a meaning that stands there twice.
 */
export function readLexicon(path: string): Knowledge['lexicon'] {
  const lexicon = new Map<string, readonly string[]>();
  for (const [at, line] of readText(path).split('\n').entries()) {
    const text = line.trim();
    if (!text || text.startsWith('# ')) continue;
    const fault = (sentence: string) => new Error(`${path}, line ${at + 1}: ${sentence}`);
    const [meaning = '', list, ...more] = text.split(':').map((part) => part.trim());
    const words = (list ?? '').split(',').map((word) => word.trim());
    if (!meaning || more.length > 0 || words.includes(''))
      throw fault('this is not "meaning: word, word". Write what is meant, a colon, and words with commas between.');
    if (lexicon.has(meaning)) throw fault(`"${meaning}" stands there twice. Put the two lines together.`);
    lexicon.set(meaning, words);
  }
  return Object.fromEntries(lexicon);
}
