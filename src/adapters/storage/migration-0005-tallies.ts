import type { Kysely } from 'kysely';

/** Counts for the reports, and cases by the moment of asking. */
export async function addTallies(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('tallies')
    .addColumn('tenant', 'text', (column) => column.notNull())
    .addColumn('month', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('key', 'text', (column) => column.notNull())
    .addColumn('count', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('tallies_key', ['tenant', 'month', 'kind', 'key'])
    .execute();
  await db.schema.createIndex('cases_by_opening').on('cases').columns(['tenant', 'desk', 'opened_at']).execute();
}
