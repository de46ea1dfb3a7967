import type { Kysely, Transaction } from 'kysely';
import type { MessageTrace, RecordStore, Wiping } from '../../app/record-ports';
import type { Case } from '../../core/cases/case';
import type { Person } from '../../core/model';
import { addAccess } from './access-log';
import { caseOf, changingColumns } from './case-row';
import { clear, clearable } from './clear-records';
import { jsonText } from './json-text';
import { putInOutbox } from './put-in-outbox';
import type { Tables } from './tables';

/** What is kept, looked through as a whole and removed. */
export function recordStore(db: Kysely<Tables>): RecordStore {
  return {
    page: (tenant, after, limit) => page(db, { tenant, after, limit }),
    ended: (tenant, before, limit) => ended(db, { tenant, before, limit }),
    wipe: (wipings, at, by) => db.transaction().execute((trx) => wipe(trx, { wipings, at, by })),
    clear: (tenant, since, limit) => clear(db, { tenant, since, limit }),
    clearable: (tenant, since) => clearable(db, tenant, since),
    messagesTo: (tenant, personId) => messagesTo(db, tenant, personId),
    forgetPerson: (tenant, personId) => db.transaction().execute((trx) => forgetPerson(trx, tenant, personId)),
  };
}

type Page = { readonly tenant: string; readonly after: string; readonly limit: number };

async function page(db: Kysely<Tables>, { tenant, after, limit }: Page): Promise<readonly Case[]> {
  const rows = await db
    .selectFrom('cases')
    .selectAll()
    .where('tenant', '=', tenant)
    .where('reference', '>', after)
    .orderBy('reference')
    .limit(limit)
    .execute();
  return rows.map(caseOf);
}

type Ended = { readonly tenant: string; readonly before: number; readonly limit: number };

async function ended(db: Kysely<Tables>, { tenant, before, limit }: Ended): Promise<readonly Case[]> {
  const rows = await db
    .selectFrom('cases')
    .selectAll()
    .where('tenant', '=', tenant)
    .where('wiped_at', 'is', null)
    .where('finished_at', '<', before)
    .where('finished', '=', 1)
    .where('held', '=', 0)
    .orderBy('finished_at')
    .limit(limit)
    .execute();
  return rows.map(caseOf);
}

type Wipings = { readonly wipings: readonly Wiping[]; readonly at: number; readonly by: Person | undefined };

async function wipe(trx: Transaction<Tables>, { wipings, at, by }: Wipings): Promise<readonly Case[]> {
  const done: Case[] = [];
  // In the order of their ids, like every change of several cases, so that two never wait for each other.
  for (const wiping of wipings.toSorted((a, b) => (a.wiped.id < b.wiped.id ? -1 : 1))) {
    if (!(await wipeRow(trx, wiping.wiped, at))) continue;
    const { tenant, id, reference } = wiping.wiped;
    await removeTraces(trx, wiping.wiped, at);
    await putInOutbox(trx, wiping.outgoing, at);
    if (by) await addAccess(trx, tenant, [{ at, by, action: 'erased', caseId: id, reference }]);
    done.push(wiping.wiped);
  }
  return done;
}

async function wipeRow(trx: Transaction<Tables>, wiped: Case, at: number): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('cases')
    .set({
      ...changingColumns(wiped),
      councillor_id: wiped.councillor.id,
      councillor_name: wiped.councillor.name,
      question: wiped.question,
      draft: null,
      about: jsonText(wiped.about),
      wiped_at: at,
    })
    .where('tenant', '=', wiped.tenant)
    .where('id', '=', wiped.id)
    .where('version', '=', wiped.version - 1)
    .where('finished', '=', 1)
    .where('held', '=', 0)
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

/** Messages of the case name the councillor's chat, and why it was once held may say what it is about. What is being sent now is let be. */
async function removeTraces(trx: Transaction<Tables>, { tenant, id }: Case, at: number): Promise<void> {
  await trx
    .deleteFrom('outbox')
    .where('tenant', '=', tenant)
    .where('case_id', '=', id)
    .where('lease_until', '<=', at)
    .execute();
  await trx
    .updateTable('access_log')
    .set({ why: null })
    .where('tenant', '=', tenant)
    .where('case_id', '=', id)
    .execute();
}

async function messagesTo(db: Kysely<Tables>, tenant: string, personId: string): Promise<readonly MessageTrace[]> {
  const rows = await db
    .selectFrom('outbox')
    .select(['id', 'kind', 'case_id', 'state', 'settled_at'])
    .where('tenant', '=', tenant)
    .where('lane', '=', `to:${personId}`)
    .orderBy('place')
    .execute();
  return rows.map(({ id, kind, case_id, state, settled_at }) => ({
    id,
    kind,
    ...(case_id !== null && { caseId: case_id }),
    state,
    ...(settled_at !== null && { settled: settled_at }),
  }));
}

async function forgetPerson(trx: Transaction<Tables>, tenant: string, personId: string): Promise<void> {
  await trx.deleteFrom('people').where('tenant', '=', tenant).where('person_id', '=', personId).execute();
  await trx.deleteFrom('pauses').where('tenant', '=', tenant).where('target', '=', `to:${personId}`).execute();
  await trx.deleteFrom('tries').where('tenant', '=', tenant).where('target', '=', `to:${personId}`).execute();
}
