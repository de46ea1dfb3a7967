import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** Reads a text file. Throws a sentence when it is missing. */
export function readText(path: string): string {
  if (existsSync(path)) return readFileSync(path, 'utf8');
  throw missing(path);
}

/** The names of the text files in a folder, in order. Throws a sentence when the folder is missing. */
export function textFiles(folder: string): readonly string[] {
  if (!existsSync(folder)) throw missing(folder);
  return readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .sort();
}

function missing(path: string): Error {
  return new Error(`${path} is missing. Put it there. The repository holds an example.`);
}
