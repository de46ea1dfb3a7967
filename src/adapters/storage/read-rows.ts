import { type Kysely, sql } from 'kysely';
import type { Tables } from './tables';

export type Row = { readonly [column: string]: unknown };

/** Few enough for the 65,535 parameters of a statement that PostgreSQL allows, and SQLite's 32,766. */
const ROWS_AT_ONCE = 200;

/** All rows of a table, some at a time, in the order of its key. */
export async function* readRows(
  db: Kysely<Tables>,
  table: keyof Tables,
  key: readonly string[],
): AsyncGenerator<readonly Row[]> {
  const columns = sql.join(key.map((column) => sql.ref(column)));
  let last: Row | undefined;
  do {
    const after = last && sql`where (${columns}) > (${sql.join(key.map((column) => last?.[column]))})`;
    const { rows } = await sql<Row>`
      select * from ${sql.table(table)} ${after ?? sql``} order by ${columns} limit ${sql.lit(ROWS_AT_ONCE)}
    `.execute(db);
    if (rows.length > 0) yield rows;
    last = rows.length === ROWS_AT_ONCE ? rows.at(-1) : undefined;
  } while (last !== undefined);
}
