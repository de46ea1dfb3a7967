import type { Kysely, Migration } from 'kysely';
import { addDesk } from './migration-0003-desk';
import { createGuidance } from './migration-0004-guidance';
import { addTallies } from './migration-0005-tallies';
import { addRecords } from './migration-0006-records';

/**
 * The steps from an empty database to the newest tables, in the order of their names. A step that has been released is never
 * changed; a new one is added. Only text, integer and bigint columns, so that the same steps run on PostgreSQL.
 */
export const migrations: Readonly<Record<string, Migration>> = {
  '0001-first-tables': { up: createFirstTables },
  '0002-what-a-case-sounds-like': { up: addSoundsLike },
  '0003-desk': { up: addDesk },
  '0004-guidance': { up: createGuidance },
  '0005-tallies': { up: addTallies },
  '0006-records': { up: addRecords },
};

async function createFirstTables(db: Kysely<unknown>): Promise<void> {
  await createCases(db);
  await createOutbox(db);
  await createDesk(db);
  await db.schema
    .createTable('people')
    .addColumn('tenant', 'text', (column) => column.notNull())
    .addColumn('person_id', 'text', (column) => column.notNull())
    .addColumn('text_only', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('people_key', ['tenant', 'person_id'])
    .execute();
  await db.schema
    .createTable('seen')
    .addColumn('key', 'text', (column) => column.primaryKey().notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('seen_by_age').on('seen').column('at').execute();
}

async function createCases(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('counters')
    .addColumn('tenant', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('value', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('counters_key', ['tenant', 'name'])
    .execute();
  await db.schema
    .createTable('cases')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('tenant', 'text', (column) => column.notNull())
    .addColumn('number', 'bigint', (column) => column.notNull())
    .addColumn('reference', 'text', (column) => column.notNull())
    .addColumn('request_id', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('finished', 'integer', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('reason', 'text', (column) => column.notNull())
    .addColumn('councillor_id', 'text', (column) => column.notNull())
    .addColumn('councillor_name', 'text', (column) => column.notNull())
    .addColumn('councillor_address', 'text', (column) => column.notNull())
    .addColumn('question', 'text', (column) => column.notNull())
    .addColumn('draft', 'text')
    .addColumn('nearest', 'text', (column) => column.notNull())
    .addColumn('events', 'text', (column) => column.notNull())
    .addColumn('post', 'text')
    .addColumn('opened_at', 'bigint', (column) => column.notNull())
    .addColumn('changed_at', 'bigint', (column) => column.notNull())
    .addUniqueConstraint('cases_by_reference', ['tenant', 'reference'])
    .addUniqueConstraint('cases_by_request', ['tenant', 'request_id'])
    .execute();
  await db.schema
    .createIndex('cases_by_councillor')
    .on('cases')
    .columns(['tenant', 'councillor_id', 'number'])
    .execute();
  await db.schema.createIndex('cases_unfinished').on('cases').columns(['tenant', 'finished', 'number']).execute();
}

async function addSoundsLike(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('cases').addColumn('sounds_like', 'text').execute();
}

async function createOutbox(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('outbox')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('tenant', 'text', (column) => column.notNull())
    .addColumn('case_id', 'text', (column) => column.notNull().references('cases.id'))
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('event', 'integer', (column) => column.notNull())
    .addColumn('place', 'bigint', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('attempts', 'integer', (column) => column.notNull())
    .addColumn('due', 'bigint', (column) => column.notNull())
    .addColumn('lease_until', 'bigint', (column) => column.notNull())
    .addColumn('settled_at', 'bigint')
    .execute();
  await db.schema.createIndex('outbox_by_due').on('outbox').columns(['state', 'due']).execute();
  await db.schema.createIndex('outbox_by_case').on('outbox').columns(['case_id', 'place']).execute();
}

async function createDesk(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('clerk_channels')
    .addColumn('tenant', 'text', (column) => column.primaryKey().notNull())
    .addColumn('address', 'text', (column) => column.notNull())
    .addColumn('conversation', 'text', (column) => column.notNull())
    .addColumn('linked_by_id', 'text', (column) => column.notNull())
    .addColumn('linked_by_name', 'text', (column) => column.notNull())
    .addColumn('clerk_ids', 'text', (column) => column.notNull())
    .addColumn('linked_at', 'bigint', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('link_codes')
    .addColumn('tenant', 'text', (column) => column.primaryKey().notNull())
    .addColumn('hash', 'text', (column) => column.notNull())
    .addColumn('expires', 'bigint', (column) => column.notNull())
    .addColumn('wrong_tries', 'integer', (column) => column.notNull())
    .execute();
}
