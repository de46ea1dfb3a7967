import type { Kysely } from 'kysely';

/** What retention, holds and access need: when a case was wiped, who looked at what, and ways to find what has grown old. */
export async function addRecords(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('cases').addColumn('wiped_at', 'bigint').execute();
  await db.schema.createIndex('cases_ended').on('cases').columns(['tenant', 'wiped_at', 'finished_at']).execute();
  await db.schema.createIndex('outbox_by_case').on('outbox').columns(['tenant', 'case_id']).execute();
  await db.schema.createIndex('outbox_settled').on('outbox').columns(['tenant', 'settled_at']).execute();
  await db.schema
    .createTable('access_log')
    .addColumn('tenant', 'text', (column) => column.notNull())
    .addColumn('number', 'bigint', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('person_id', 'text', (column) => column.notNull())
    .addColumn('person_name', 'text', (column) => column.notNull())
    .addColumn('action', 'text', (column) => column.notNull())
    .addColumn('case_id', 'text')
    .addColumn('reference', 'text')
    .addColumn('why', 'text')
    .addPrimaryKeyConstraint('access_log_key', ['tenant', 'number'])
    .execute();
  await db.schema.createIndex('access_by_case').on('access_log').columns(['tenant', 'case_id', 'number']).execute();
  await db.schema.createIndex('access_by_person').on('access_log').columns(['tenant', 'person_id', 'number']).execute();
  await db.schema.createIndex('access_by_age').on('access_log').columns(['tenant', 'at']).execute();
}
