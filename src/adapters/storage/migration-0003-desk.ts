import { type Kysely, sql } from 'kysely';

/** Eleven days in milliseconds: after so many quiet ones the councillor is told that an answered case will close. */
const QUIET_MS = 11 * 24 * 60 * 60 * 1000;

/** What the clerk's desk needs: whose desk a case is on, joined cases, what has reached whom, lanes of the outbox, and timers. */
export async function addDesk(db: Kysely<unknown>): Promise<void> {
  await extendCases(db);
  await noteWhatWasTold(db);
  await rebuildOutbox(db);
  await db.schema
    .createTable('timers')
    .addColumn('tenant', 'text', (column) => column.notNull())
    .addColumn('case_id', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('due', 'bigint', (column) => column.notNull())
    .addColumn('lease_until', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('timers_key', ['tenant', 'case_id', 'kind'])
    .execute();
  await db.schema.createIndex('timers_by_due').on('timers').column('due').execute();
  await setTimers(db);
  await db.schema
    .createTable('pauses')
    .addColumn('tenant', 'text', (column) => column.notNull())
    .addColumn('target', 'text', (column) => column.notNull())
    .addColumn('until', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('pauses_key', ['tenant', 'target'])
    .execute();
  await db.schema
    .createTable('tries')
    .addColumn('tenant', 'text', (column) => column.notNull())
    .addColumn('target', 'text', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('outgoing', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('tries_key', ['tenant', 'target', 'at', 'outgoing'])
    .execute();
  await db.schema.createIndex('tries_of_council').on('tries').columns(['tenant', 'at']).execute();
}

async function extendCases(db: Kysely<unknown>): Promise<void> {
  const texts = ['joined'] as const;
  const moments = ['due', 'posted_at', 'opened_by_clerk', 'told_at', 'finished_at'] as const;
  for (const name of texts) await db.schema.alterTable('cases').addColumn(name, 'text').execute();
  for (const name of moments) await db.schema.alterTable('cases').addColumn(name, 'bigint').execute();
  await db.schema.alterTable('cases').addColumn('told_event', 'integer').execute();
  for (const name of ['nameless', 'held'])
    await db.schema
      .alterTable('cases')
      .addColumn(name, 'integer', (column) => column.notNull().defaultTo(0))
      .execute();
  await db.schema
    .alterTable('cases')
    .addColumn('desk', 'text', (column) => column.notNull().defaultTo('clerk'))
    .execute();
  await db.schema
    .alterTable('cases')
    .addColumn('about', 'text', (column) => column.notNull().defaultTo('{}'))
    .execute();
  await sql`update cases set finished_at = changed_at where finished = 1`.execute(db);
  await sql`update cases set posted_at = changed_at where post is not null`.execute(db);
  await db.schema.dropIndex('cases_unfinished').execute();
  await db.schema
    .createIndex('cases_unfinished')
    .on('cases')
    .columns(['tenant', 'finished', 'desk', 'number'])
    .execute();
  await db.schema.createIndex('cases_joined').on('cases').columns(['tenant', 'joined', 'number']).execute();
}

/** What the clerk said and when it arrived is read off the messages that were sent. */
async function noteWhatWasTold(db: Kysely<unknown>): Promise<void> {
  await sql`
    update cases set
      told_event = (select max(o.event) from outbox o where o.case_id = cases.id and o.kind = 'answer' and o.state = 'sent'),
      told_at = (select max(o.settled_at) from outbox o where o.case_id = cases.id and o.kind = 'answer' and o.state = 'sent')
  `.execute(db);
}

/** A case that the clerk has answered closes by itself, as one that is answered from now on does. */
async function setTimers(db: Kysely<unknown>): Promise<void> {
  await sql`
    insert into timers (tenant, case_id, kind, due, lease_until)
    select tenant, id, 'notice', changed_at + ${QUIET_MS}, 0 from cases where state = 'answered'`.execute(db);
}

/** Made anew, because a message may now be about no case; what waits keeps its order. */
async function rebuildOutbox(db: Kysely<unknown>): Promise<void> {
  await db.schema.dropIndex('outbox_by_due').execute();
  await db.schema.dropIndex('outbox_by_case').execute();
  await db.schema.alterTable('outbox').renameTo('outbox_before').execute();
  await db.schema
    .createTable('outbox')
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('tenant', 'text', (column) => column.notNull())
    .addColumn('case_id', 'text', (column) => column.references('cases.id'))
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('event', 'integer', (column) => column.notNull())
    .addColumn('lane', 'text', (column) => column.notNull())
    .addColumn('target', 'text', (column) => column.notNull())
    .addColumn('place', 'bigint', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('attempts', 'integer', (column) => column.notNull())
    .addColumn('due', 'bigint', (column) => column.notNull())
    .addColumn('lease_until', 'bigint', (column) => column.notNull())
    .addColumn('settled_at', 'bigint')
    .addPrimaryKeyConstraint('outbox_key', ['id'])
    .execute();
  await sql`
    insert into outbox (id, tenant, case_id, kind, event, lane, target, place, state, attempts, due, lease_until, settled_at)
    select o.id, o.tenant, o.case_id,
      case o.kind when 'clerk-follow-up' then 'clerk-thread' else o.kind end, o.event,
      case o.kind when 'answer' then 'to:' || c.councillor_id else 'case:' || o.case_id end,
      case o.kind when 'answer' then 'to:' || c.councillor_id else 'channel' end,
      o.place, o.state, o.attempts, o.due, o.lease_until, o.settled_at
    from outbox_before o join cases c on c.id = o.case_id`.execute(db);
  await db.schema.dropTable('outbox_before').execute();
  await db.schema.createIndex('outbox_by_due').on('outbox').columns(['state', 'due']).execute();
  await db.schema.createIndex('outbox_by_lane').on('outbox').columns(['tenant', 'lane', 'state', 'place']).execute();
  await db.schema.createIndex('outbox_by_target').on('outbox').columns(['tenant', 'target', 'state']).execute();
  await db.schema.createIndex('outbox_by_end').on('outbox').columns(['tenant', 'state', 'settled_at']).execute();
}
