import { join } from 'node:path';
import { readText } from './read-text-file';

/** Ways of asking by the id of what they ask for. */
export type Asking = ReadonlyMap<string, readonly string[]>;

const HEADING = /^\[([\w.-]+)\]$/u;

/**
 * Reads ways of asking, the same in every file of a folder: an id in square brackets on a line of its own, and below it one way of
 * asking a line, exactly as it would be typed. Empty lines, and lines that begin with "# ", are left out. Throws a sentence with file
 * and line for an id that is not in `known`, one that stands in two places, and words above the first id.
 */
export function readAsking(folder: string, names: readonly string[], known: readonly string[]): Asking {
  const asking = new Map<string, string[]>();
  for (const name of names) {
    const path = join(folder, name);
    let ways: string[] | undefined;
    for (const [at, line] of readText(path).split('\n').entries()) {
      const text = line.trim();
      if (!text || text.startsWith('# ')) continue;
      const fault = (sentence: string) => new Error(`${path}, line ${at + 1}: ${sentence}`);
      const id = HEADING.exec(text)?.[1];
      if (id === undefined) {
        if (!ways) throw fault('this stands above the first [id]. Put it below the id of what it asks for.');
        ways.push(text);
        continue;
      }
      if (!known.includes(id)) throw fault(`the id "${id}" is not known. Correct it, or remove its list.`);
      if (asking.has(id)) throw fault(`the id "${id}" stands in another place too. Put its lists together.`);
      ways = [];
      asking.set(id, ways);
    }
  }
  return asking;
}
