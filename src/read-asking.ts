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
    readText(path)
      .split('\n')
      .forEach((line, at) => {
        const text = line.trim();
        if (!text || text.startsWith('# ')) return;
        const id = text.startsWith('[') ? HEADING.exec(text)?.[1] : undefined;
        if (id !== undefined) {
          if (!known.includes(id))
            throw fault(path, at, `the id "${id}" is not known. Correct it, or remove its list.`);
          if (asking.has(id))
            throw fault(path, at, `the id "${id}" stands in another place too. Put its lists together.`);
          ways = [];
          asking.set(id, ways);
        } else if (ways) ways.push(text);
        else throw fault(path, at, 'this stands above the first [id]. Put it below the id of what it asks for.');
      });
  }
  return asking;
}

function fault(path: string, at: number, sentence: string): Error {
  return new Error(`${path}, line ${at + 1}: ${sentence}`);
}
