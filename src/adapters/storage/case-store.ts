import type { Kysely } from 'kysely';
import type { CaseStore, Outgoing } from '../../app/ports';
import type { Address, Case } from '../../core/model';
import { caseOf, changingColumns } from './case-row';
import { openCase } from './open-case';
import { putInOutbox } from './put-in-outbox';
import type { Tables } from './tables';

/** The cases of all councils. Every look-up goes by an index, so closed cases make nothing slower. */
export function caseStore(db: Kysely<Tables>): CaseStore {
  return {
    open: (newCase, at) => openCase(db, newCase, at),
    change: (changed, outgoing, at) => change(db, { changed, outgoing, at }),
    byId: (tenant, id) => byId(db, tenant, id),
    byReference: (tenant, reference) => byReference(db, tenant, reference),
    ofCouncillor: (tenant, personId) => ofCouncillor(db, tenant, personId),
    unfinished: (tenant) => unfinished(db, tenant),
    postOf: (tenant, id) => postOf(db, tenant, id),
    questions: (tenant, limit) => questions(db, tenant, limit),
  };
}

type Change = { readonly changed: Case; readonly outgoing: readonly Outgoing[]; readonly at: number };

function change(db: Kysely<Tables>, { changed, outgoing, at }: Change): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    const { numUpdatedRows } = await trx
      .updateTable('cases')
      .set({ ...changingColumns(changed), changed_at: at })
      .where('tenant', '=', changed.tenant)
      .where('id', '=', changed.id)
      .where('version', '=', changed.version - 1)
      .executeTakeFirstOrThrow();
    if (numUpdatedRows === 0n) return false;
    await putInOutbox(trx, outgoing, at);
    return true;
  });
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
  const rows = await casesOf(db, tenant).where('councillor_id', '=', personId).orderBy('number', 'desc').execute();
  return rows.map(caseOf);
}

async function unfinished(db: Kysely<Tables>, tenant: string): Promise<readonly Case[]> {
  const rows = await casesOf(db, tenant).where('finished', '=', 0).orderBy('number').execute();
  return rows.map(caseOf);
}

async function postOf(db: Kysely<Tables>, tenant: string, id: string): Promise<Address | undefined> {
  const row = await casesOf(db, tenant).where('id', '=', id).executeTakeFirst();
  return row?.post ?? undefined;
}

async function questions(db: Kysely<Tables>, tenant: string, limit: number): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('cases')
    .select('question')
    .where('tenant', '=', tenant)
    .where('question', '<>', '')
    .orderBy('number', 'desc')
    .limit(limit)
    .execute();
  return rows.map(({ question }) => question);
}

function casesOf(db: Kysely<Tables>, tenant: string) {
  return db.selectFrom('cases').selectAll().where('tenant', '=', tenant);
}
