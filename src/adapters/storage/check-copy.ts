import { openSqlite } from './open-sqlite';

/** Reads every page and every reference of a copied database file. Throws a sentence when the copy is not whole. */
export async function checkCopy(path: string): Promise<void> {
  const file = await openSqlite(path);
  try {
    const pages = file.prepare('pragma integrity_check').all([]).map(firstValue);
    const strays = file.prepare('pragma foreign_key_check').all([]);
    if (pages.length === 1 && pages[0] === 'ok' && strays.length === 0) return;
  } finally {
    file.close();
  }
  throw new Error(`The copy ${path} is damaged and cannot be used. Try again, on another disk if it happens twice.`);
}

function firstValue(row: unknown): unknown {
  return Object.values(row ?? {})[0];
}
