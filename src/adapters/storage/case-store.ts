import type { ExpressionBuilder, Kysely, Transaction } from 'kysely';
import type { CaseStore, Change } from '../../app/ports';
import type { Case, CaseDesk } from '../../core/cases/case';
import { mayBeJoined, WAIT_FOR_THE_CLERK } from '../../core/cases/change-case';
import type { Address } from '../../core/model';
import type { AccessEntry } from '../../core/records/access-entry';
import type { CaseFacts } from '../../core/reports/case-facts';
import { factsOfCase } from '../../core/reports/facts-of-case';
import { addAccess } from './access-log';
import { caseOf, changingColumns } from './case-row';
import { openCase } from './open-case';
import { storePlan } from './store-plan';
import type { Tables } from './tables';

const MOST_OF_ONE = 100;
const MOST_POSTS = 100;

/** The cases of all councils. Every look-up goes by an index, so closed cases make nothing slower. */
export function caseStore(db: Kysely<Tables>): CaseStore {
  return {
    open: (newCase, opening) => openCase(db, newCase, opening),
    change: (changes, at, settles) => change(db, { changes, at, ...(settles !== undefined && { settles }) }),
    byId: (tenant, id) => byId(db, tenant, id),
    byReference: (tenant, reference) => byReference(db, tenant, reference),
    ofCouncillor: (tenant, personId) => ofCouncillor(db, tenant, personId),
    waiting: (tenant, desk, limit) => waiting(db, { tenant, desk, limit }),
    countWaiting: (tenant, desk) => countWaiting(db, tenant, desk),
    joinedTo: (tenant, id) => joinedTo(db, tenant, id),
    markOpened: (tenant, id, at) => markOpened(db, { tenant, id, at }),
    postOf: (tenant, id) => postOf(db, tenant, id),
    posts: (tenant) => posts(db, tenant),
    adoptPost: (tenant, id, post) => adoptPost(db, { tenant, id, post }),
    questions: (tenant, limit) => questions(db, tenant, limit),
    factsOf: (tenant, from, to) => factsOf(db, { tenant, from, to }),
    setHold: (tenant, id, hold) => setHold(db, { tenant, id, ...hold }),
  };
}

type ChangesAt = { readonly changes: readonly Change[]; readonly at: number; readonly settles?: string };

/** Thrown to undo a transaction in which somebody else was first. */
class TooLate extends Error {}

async function change(db: Kysely<Tables>, { changes, at, settles }: ChangesAt): Promise<boolean> {
  try {
    await db.transaction().execute(async (trx) => {
      // The message, the cases in the order of their ids, then the counter of the outbox: whoever takes locks takes them in this order.
      if (settles !== undefined) await settle(trx, settles, at);
      const inOrder = changes.toSorted((a, b) => (a.changed.id < b.changed.id ? -1 : 1));
      for (const { changed } of inOrder) await changeOne(trx, changed, at);
      if (await leavesSomebodyBehind(trx, changes)) throw new TooLate();
      for (const { changed, plan } of inOrder) await storePlan(trx, changed, plan, at);
    });
    return true;
  } catch (error) {
    if (error instanceof TooLate) return false;
    throw error;
  }
}

async function changeOne(trx: Transaction<Tables>, changed: Change['changed'], at: number): Promise<void> {
  const { numUpdatedRows } = await trx
    .updateTable('cases')
    .set({ ...changingColumns(changed), changed_at: at })
    .where('tenant', '=', changed.tenant)
    .where('id', '=', changed.id)
    .where('version', '=', changed.version - 1)
    .executeTakeFirstOrThrow();
  if (numUpdatedRows === 0n) throw new TooLate();
}

/** Somebody may have joined a case in the moment in which it is answered or ends: they would wait for ever. */
async function leavesSomebodyBehind(trx: Transaction<Tables>, changes: readonly Change[]): Promise<boolean> {
  for (const { changed } of changes) {
    if (mayBeJoined(changed)) continue;
    const waiting = await trx
      .selectFrom('cases')
      .select('id')
      .where('tenant', '=', changed.tenant)
      .where('joined', '=', changed.id)
      .where('state', '=', 'waiting')
      .execute();
    if (waiting.length > 0) return true;
  }
  return false;
}

async function settle(trx: Transaction<Tables>, id: string, at: number): Promise<void> {
  const { numUpdatedRows } = await trx
    .updateTable('outbox')
    .set({ state: 'parked', settled_at: at })
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .executeTakeFirstOrThrow();
  if (numUpdatedRows === 0n) throw new TooLate();
}

async function byId(db: Kysely<Tables>, tenant: string, id: string): Promise<Case | undefined> {
  const row = await casesOf(db, tenant).where('id', '=', id).executeTakeFirst();
  return row && caseOf(row);
}

async function byReference(db: Kysely<Tables>, tenant: string, reference: string): Promise<Case | undefined> {
  const row = await casesOf(db, tenant).where('reference', '=', reference.toUpperCase()).executeTakeFirst();
  return row && caseOf(row);
}

async function ofCouncillor(db: Kysely<Tables>, tenant: string, personId: string): Promise<readonly Case[]> {
  const rows = await casesOf(db, tenant)
    .where('councillor_id', '=', personId)
    .orderBy('number', 'desc')
    .limit(MOST_OF_ONE)
    .execute();
  return rows.map(caseOf);
}

type Listing = { readonly tenant: string; readonly desk: CaseDesk; readonly limit: number };

async function waiting(db: Kysely<Tables>, { tenant, desk, limit }: Listing): Promise<readonly Case[]> {
  const rows = await casesOf(db, tenant)
    .where('finished', '=', 0)
    .where('desk', '=', desk)
    .where('state', 'in', WAIT_FOR_THE_CLERK)
    .where(standsByItself)
    .orderBy('number')
    .limit(limit)
    .execute();
  return rows.map(caseOf);
}

async function countWaiting(db: Kysely<Tables>, tenant: string, desk: CaseDesk): Promise<number> {
  const { cases } = await db
    .selectFrom('cases')
    .select(({ fn }) => fn.countAll<number>().as('cases'))
    .where('tenant', '=', tenant)
    .where('finished', '=', 0)
    .where('desk', '=', desk)
    .where('state', 'in', WAIT_FOR_THE_CLERK)
    .where(standsByItself)
    .executeTakeFirstOrThrow();
  return cases;
}

/** A case that waits with another is answered on that one's card. */
function standsByItself({ eb, or }: ExpressionBuilder<Tables, 'cases'>) {
  return or([eb('joined', 'is', null), eb('state', '<>', 'waiting')]);
}

async function joinedTo(db: Kysely<Tables>, tenant: string, id: string): Promise<readonly Case[]> {
  const rows = await casesOf(db, tenant).where('joined', '=', id).orderBy('number').execute();
  return rows.map(caseOf);
}

type Look = { readonly tenant: string; readonly id: string; readonly at: number };

async function markOpened(db: Kysely<Tables>, { tenant, id, at }: Look): Promise<void> {
  await db
    .updateTable('cases')
    .set({ opened_by_clerk: at })
    .where('tenant', '=', tenant)
    .where('id', '=', id)
    .where('opened_by_clerk', 'is', null)
    .execute();
}

async function postOf(db: Kysely<Tables>, tenant: string, id: string): Promise<Address | undefined> {
  const row = await db
    .selectFrom('cases')
    .select('post')
    .where('tenant', '=', tenant)
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.post ?? undefined;
}

async function posts(db: Kysely<Tables>, tenant: string): Promise<Awaited<ReturnType<CaseStore['posts']>>> {
  const rows = await db
    .selectFrom('cases')
    .select(['reference', 'post'])
    .where('tenant', '=', tenant)
    .where('finished', '=', 0)
    .where('desk', '=', 'clerk')
    .orderBy('number', 'desc')
    .limit(MOST_POSTS)
    .execute();
  return rows.flatMap(({ reference, post }) => (post === null ? [] : [{ reference, post }]));
}

type Adoption = { readonly tenant: string; readonly id: string; readonly post: Address };

async function adoptPost(db: Kysely<Tables>, { tenant, id, post }: Adoption): Promise<void> {
  await db.updateTable('cases').set({ post }).where('tenant', '=', tenant).where('id', '=', id).execute();
}

async function questions(db: Kysely<Tables>, tenant: string, limit: number): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('cases')
    .select('question')
    .where('tenant', '=', tenant)
    .where('desk', '=', 'clerk')
    .where('question', '<>', '')
    .orderBy('number', 'desc')
    .limit(limit)
    .execute();
  return rows.map(({ question }) => question);
}

type Stretch = { readonly tenant: string; readonly from: number; readonly to: number };

async function factsOf(db: Kysely<Tables>, { tenant, from, to }: Stretch): Promise<readonly CaseFacts[]> {
  const rows = await db
    .selectFrom('cases')
    .select(['reason', 'events'])
    .where('tenant', '=', tenant)
    .where('desk', '=', 'clerk')
    .where('opened_at', '>=', from)
    .where('opened_at', '<', to)
    .orderBy('opened_at')
    .execute();
  return rows.map(({ reason, events }) => factsOfCase(reason, JSON.parse(events) as Case['events']));
}

type Hold = { readonly tenant: string; readonly id: string; readonly held: boolean; readonly entry: AccessEntry };

/** With its line in the access log, or not at all. */
async function setHold(db: Kysely<Tables>, { tenant, id, held, entry }: Hold): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    const { numUpdatedRows } = await trx
      .updateTable('cases')
      .set({ held: held ? 1 : 0 })
      .where('tenant', '=', tenant)
      .where('id', '=', id)
      .where('held', '=', held ? 0 : 1)
      .where('wiped_at', 'is', null)
      .executeTakeFirstOrThrow();
    if (numUpdatedRows === 0n) return false;
    await addAccess(trx, tenant, [entry]);
    return true;
  });
}

function casesOf(db: Kysely<Tables>, tenant: string) {
  return db.selectFrom('cases').selectAll().where('tenant', '=', tenant);
}
