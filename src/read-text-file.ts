import { existsSync, readFileSync } from 'node:fs';

/** Reads a text file. Throws a sentence when it is missing. */
export function readText(path: string): string {
  if (existsSync(path)) return readFileSync(path, 'utf8');
  throw missing(path);
}

export function missing(path: string): Error {
  return new Error(`${path} is missing. Put it there. The repository holds an example.`);
}
