import type { Kysely } from 'kysely';

/** The clerk's saved answers: one row for each as it stands now, and every version as it stood. */
export async function createGuidance(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('guidance')
    .addColumn('tenant', 'text', (column) => column.notNull())
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('number', 'bigint', (column) => column.notNull())
    .addColumn('reference', 'text', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('question', 'text', (column) => column.notNull())
    .addColumn('ways', 'text', (column) => column.notNull())
    .addColumn('answer', 'text', (column) => column.notNull())
    .addColumn('passage', 'text')
    .addColumn('review_on', 'text', (column) => column.notNull())
    .addColumn('by_id', 'text', (column) => column.notNull())
    .addColumn('by_name', 'text', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('case_id', 'text')
    .addPrimaryKeyConstraint('guidance_key', ['tenant', 'id'])
    .addUniqueConstraint('guidance_by_reference', ['tenant', 'reference'])
    .execute();
  await db.schema.createIndex('guidance_by_number').on('guidance').columns(['tenant', 'number']).execute();
  await db.schema.createIndex('guidance_by_state').on('guidance').columns(['tenant', 'state', 'number']).execute();
  await db.schema
    .createTable('guidance_versions')
    .addColumn('tenant', 'text', (column) => column.notNull())
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('content', 'text', (column) => column.notNull())
    .addColumn('by_id', 'text', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('guidance_versions_key', ['tenant', 'id', 'version'])
    .execute();
  await db.schema.createIndex('cases_by_number').on('cases').columns(['tenant', 'number']).execute();
}
