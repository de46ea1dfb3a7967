import type { Kysely } from 'kysely';
import { addRows } from '../../../src/adapters/storage/add-rows';
import { primaryKeys } from '../../../src/adapters/storage/primary-keys';
import type { Tables } from '../../../src/adapters/storage/tables';

/** Awkward text, so that a copy that changes any of it is found out. */
const TEXTS = ['', 'é \u{1F600} "quoted" \\', "'; drop table cases; --", 'Line\nline\ttab', 'z'.repeat(3000)];

/** Rows in every table, as many of each as asked for, with every column filled, or empty where it may be: whatever columns there are. */
export async function fillTables(db: Kysely<Tables>, rows: number): Promise<void> {
  for (const table of Object.keys(primaryKeys) as (keyof Tables)[]) {
    const columns = (await db.introspection.getTables()).find(({ name }) => name === table)?.columns ?? [];
    for (let from = 0; from < rows; from += 200) {
      const length = Math.min(200, rows - from);
      await addRows(
        db,
        table,
        Array.from({ length }, (_, i) => rowOf(table, columns, from + i)),
      );
    }
  }
}

type Column = { readonly name: string; readonly dataType: string; readonly isNullable: boolean };

function rowOf(table: keyof Tables, columns: readonly Column[], i: number) {
  return Object.fromEntries(columns.map((column) => [column.name, fillingOf(table, column, i)]));
}

function fillingOf(table: keyof Tables, { name, dataType, isNullable }: Column, i: number): unknown {
  if (isNullable && i % 3 === 0) return null;
  if (name === 'case_id') return table === 'outbox' ? `cases id ${i}` : `case ${i}`;
  const isKey = primaryKeys[table].some((key) => key === name) || name === 'reference' || name === 'request_id';
  if (/^text$/iu.test(dataType)) return isKey ? `${table} ${name} ${i}` : (TEXTS[i % TEXTS.length] ?? '');
  return /^int(?:eger|4)$/iu.test(dataType) ? i % 2 : 9_000_000_000_000 + i;
}
