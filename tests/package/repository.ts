import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '..', '..');

/** The full path of a file, from its path below the repository. */
export function pathOf(file: string): string {
  return join(root, file);
}

export function textOf(file: string): string {
  return readFileSync(pathOf(file), 'utf8');
}
