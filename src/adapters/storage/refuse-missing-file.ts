import { existsSync } from 'node:fs';
import { inMemory } from './store-path';

/** Throws a sentence when there is no database file at a path, so that none is made by looking at it. */
export function refuseMissingFile(path: string): void {
  if (path === inMemory || existsSync(path)) return;
  throw new Error(`There is no database at ${path}. Check the address.`);
}
