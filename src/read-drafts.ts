import type { MarkedMessage } from './core/conversation/train-draft-finder';
import { readText } from './read-text-file';

/**
 * Reads messages with marked drafts, one a line: the words that are meant to be posted stand between « and »; a message without the
 * marks holds no draft. "\n" stands for a line break. Empty lines, and lines that begin with "# ", are left out. Throws a sentence
 * with file and line where one mark is missing or stands twice.
 */
export function readDrafts(path: string): readonly MarkedMessage[] {
  return readText(path)
    .split('\n')
    .flatMap((line, at) => {
      const text = line.trim().replaceAll('\\n', '\n');
      if (!text || text.startsWith('# ')) return [];
      const parts = text.split(/[«»]/u);
      const [before = '', draft = '', behind = ''] = parts;
      if (parts.length === 1) return [{ text }];
      if (parts.length !== 3 || text.indexOf('«') > text.indexOf('»') || !draft.trim())
        throw new Error(`${path}, line ${at + 1}: put one « before the words of the post and one » behind them.`);
      return [{ text: before + draft + behind, draft: { start: before.length, end: before.length + draft.length } }];
    });
}
