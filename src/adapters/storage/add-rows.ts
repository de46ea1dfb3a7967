import { type Kysely, sql } from 'kysely';
import type { Row } from './read-rows';
import type { Tables } from './tables';

/** Adds rows as they are, all in one statement. They must have the same columns. */
export async function addRows(db: Kysely<Tables>, table: keyof Tables, rows: readonly Row[]): Promise<void> {
  const columns = Object.keys(rows[0] ?? {});
  if (columns.length === 0) return;
  const values = rows.map((row) => sql`(${sql.join(columns.map((column) => row[column]))})`);
  const names = sql.join(columns.map((column) => sql.ref(column)));
  await sql`insert into ${sql.table(table)} (${names}) values ${sql.join(values)}`.execute(db);
}
