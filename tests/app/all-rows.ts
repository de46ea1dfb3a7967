import type { Kysely } from 'kysely';
import { storeParts } from '../../src/adapters/storage/store-parts';
import type { Tables } from '../../src/adapters/storage/tables';
import type { Store } from '../../src/app/ports';
import { openDatabase } from '../adapters/storage/open-database';

type Row = { readonly table: string; readonly text: string };

/** A store in memory, and a look at every row of every table behind it. */
export async function openStoreAndRows(): Promise<{
  readonly store: Store;
  readonly rows: () => Promise<readonly Row[]>;
}> {
  const { db } = await openDatabase(':memory:');
  return { store: { ...storeParts(db), backup: async () => {}, close: () => db.destroy() }, rows: () => allRows(db) };
}

async function allRows(db: Kysely<Tables>): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (const { name } of await db.introspection.getTables())
    for (const row of await db
      .selectFrom(name as keyof Tables)
      .selectAll()
      .execute())
      rows.push({ table: name, text: JSON.stringify(row) });
  return rows;
}
