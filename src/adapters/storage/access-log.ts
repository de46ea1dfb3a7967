import type { Kysely, Transaction } from 'kysely';
import type { AccessLog } from '../../app/record-ports';
import type { AccessEntry } from '../../core/records/access-entry';
import { nextNumber } from './next-number';
import type { AccessRow, Tables } from './tables';

/** Who looked at what. Lines are only added here, and go when they are old. */
export function accessLog(db: Kysely<Tables>): AccessLog {
  return {
    add: (tenant, entries) => db.transaction().execute((trx) => addAccess(trx, tenant, entries)),
    ofCases: async (tenant, caseIds, limit) => {
      if (caseIds.length === 0) return [];
      const rows = await entriesOf(db, tenant, limit).where('case_id', 'in', caseIds).execute();
      return rows.map(entryOf);
    },
    ofPerson: async (tenant, personId, limit) => {
      const rows = await entriesOf(db, tenant, limit).where('person_id', '=', personId).execute();
      return rows.map(entryOf);
    },
  };
}

/** Adds lines within a transaction of something else. */
export async function addAccess(
  trx: Transaction<Tables>,
  tenant: string,
  entries: readonly AccessEntry[],
): Promise<void> {
  for (const { at, by, action, caseId, reference, why } of entries)
    await trx
      .insertInto('access_log')
      .values({
        tenant,
        number: await nextNumber(trx, tenant, 'access'),
        at,
        person_id: by.id,
        person_name: by.name,
        action,
        case_id: caseId ?? null,
        reference: reference ?? null,
        why: why ?? null,
      })
      .execute();
}

function entriesOf(db: Kysely<Tables>, tenant: string, limit: number) {
  return db.selectFrom('access_log').selectAll().where('tenant', '=', tenant).orderBy('number', 'desc').limit(limit);
}

function entryOf({ at, person_id, person_name, action, case_id, reference, why }: AccessRow): AccessEntry {
  return {
    at,
    by: { id: person_id, name: person_name },
    action,
    ...(case_id !== null && { caseId: case_id }),
    ...(reference !== null && { reference }),
    ...(why !== null && { why }),
  };
}
