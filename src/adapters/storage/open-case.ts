import type { Kysely, Transaction } from 'kysely';
import type { NewCase, Opening } from '../../app/ports';
import type { Case } from '../../core/cases/case';
import { caseOf, changingColumns } from './case-row';
import { jsonText } from './json-text';
import { nextNumber } from './next-number';
import { storePlan } from './store-plan';
import type { Tables } from './tables';
import { takeTurn } from './take-turn';

/** How many waiting cases are compared with a new one, the newest: a council with more is not asked the same by two at once. */
const MOST_COMPARED = 50;

/** Stores a new case with what follows from it, or finds the one that the same request made. */
export function openCase(
  db: Kysely<Tables>,
  newCase: NewCase,
  opening: Opening,
): Promise<{ readonly case: Case; readonly created: boolean }> {
  return db.transaction().execute(async (trx) => {
    // Two presses of one consent may come to two instances, and two councillors may ask the same: the second must see what the first stored.
    await takeTurn(trx, newCase.tenant, 'open');
    const earlier = await ofRequest(trx, newCase);
    if (earlier !== undefined) return { case: earlier, created: false };
    const joined = await joinOldest(trx, newCase, opening);
    const opened = await insert(trx, { newCase, at: opening.at, ...(joined && { joined }) });
    await storePlan(trx, opened, opening.plan(opened), opening.at);
    return { case: opened, created: true };
  });
}

async function ofRequest(trx: Transaction<Tables>, { tenant, requestId }: NewCase): Promise<Case | undefined> {
  const row = await trx
    .selectFrom('cases')
    .selectAll()
    .where('tenant', '=', tenant)
    .where('request_id', '=', requestId)
    .executeTakeFirst();
  return row && caseOf(row);
}

/** Whoever answers the other case in this moment either sees the new one, or is waited for and then has left nothing to join. */
async function joinOldest(trx: Transaction<Tables>, newCase: NewCase, opening: Opening): Promise<string | undefined> {
  for (;;) {
    const other = await sameQuestion(trx, newCase, opening);
    if (other === undefined) return undefined;
    const { numUpdatedRows } = await trx
      .updateTable('cases')
      .set({ changed_at: opening.at })
      .where('tenant', '=', other.tenant)
      .where('id', '=', other.id)
      .where('version', '=', other.version)
      .executeTakeFirstOrThrow();
    if (numUpdatedRows > 0n) return other.id;
  }
}

/** The oldest waiting case of the desk that asks the same and does not itself wait with another. */
async function sameQuestion(
  trx: Transaction<Tables>,
  { tenant, desk }: NewCase,
  { joins }: Opening,
): Promise<Case | undefined> {
  const rows = await trx
    .selectFrom('cases')
    .selectAll()
    .where('tenant', '=', tenant)
    .where('finished', '=', 0)
    .where('desk', '=', desk)
    .where('joined', 'is', null)
    .orderBy('number', 'desc')
    .limit(MOST_COMPARED)
    .execute();
  return rows.map(caseOf).findLast(joins);
}

type Insertion = { readonly newCase: NewCase; readonly at: number; readonly joined?: string };

async function insert(trx: Transaction<Tables>, { newCase, at, joined }: Insertion): Promise<Case> {
  const { id, tenant, requestId, councillor } = newCase;
  const number = await nextNumber(trx, tenant, 'case');
  const first: Omit<Case, 'reference' | 'delivery'> = {
    ...newCase,
    state: 'waiting',
    version: 1,
    events: [{ kind: 'opened', at, by: councillor }],
    ...(joined !== undefined && { joined }),
  };
  const row = await trx
    .insertInto('cases')
    .values({
      ...changingColumns(first),
      id,
      tenant,
      number,
      reference: `C-${String(number).padStart(4, '0')}`,
      request_id: requestId,
      councillor_id: councillor.id,
      councillor_name: councillor.name,
      question: newCase.question,
      draft: newCase.draft ?? null,
      desk: newCase.desk,
      nameless: newCase.nameless ? 1 : 0,
      about: jsonText(newCase.about),
      held: 0,
      wiped_at: null,
      post: null,
      opened_at: at,
      changed_at: at,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  return caseOf(row);
}
