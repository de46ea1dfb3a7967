import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** Reads a text file. Throws a sentence when it is missing. */
export function readText(path: string): string {
  requireFile(path);
  return readFileSync(path, 'utf8');
}

/** The names of the text files in a folder, in order. Throws a sentence when the folder is missing. */
export function textFiles(folder: string): readonly string[] {
  requireFile(folder);
  return readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .sort();
}

/** Throws a sentence when a file or folder is missing. */
export function requireFile(path: string): void {
  if (!existsSync(path)) throw new Error(`${path} is missing. Put it there. The repository holds an example.`);
}
