import type { Kysely } from 'kysely';
import { addRows } from './add-rows';
import { type Fingerprint, fingerprintTable } from './fingerprint-table';
import { primaryKeys } from './primary-keys';
import { readRows } from './read-rows';
import type { Tables } from './tables';

export type Moved = Fingerprint & { readonly table: keyof Tables };

/**
 * Copies everything from one database to another, whichever engines they are, and compares both afterwards. All in one transaction:
 * when something is wrong it throws a sentence, and the target is as empty as it was. The source is only read.
 */
export function moveTables(from: Kysely<Tables>, to: Kysely<Tables>): Promise<readonly Moved[]> {
  const tables = Object.keys(primaryKeys) as (keyof Tables)[];
  return to.transaction().execute(async (trx) => {
    for (const table of tables) await refuseFull(trx, table);
    for (const table of tables)
      for await (const rows of readRows(from, table, primaryKeys[table])) await addRows(trx, table, rows);
    const moved: Moved[] = [];
    for (const table of tables) moved.push(await compare(table, from, trx));
    return moved;
  });
}

async function refuseFull(to: Kysely<Tables>, table: keyof Tables): Promise<void> {
  for await (const _rows of readRows(to, table, primaryKeys[table]))
    throw new Error(`The target is not empty: its table ${table} has rows. Nothing was copied.`);
}

async function compare(table: keyof Tables, from: Kysely<Tables>, to: Kysely<Tables>): Promise<Moved> {
  const source = await fingerprintTable(from, table);
  const target = await fingerprintTable(to, table);
  if (source.rows === target.rows && source.hash === target.hash) return { table, ...source };
  throw new Error(
    `The table ${table} is not the same in both: ${source.rows} rows in the source, ${target.rows} in the target. Was the assistant running? Nothing was copied.`,
  );
}
