import type { Kysely } from 'kysely';
import type { PersonStore } from '../../app/ports';
import type { Tables } from './tables';

/** What people chose for themselves. */
export function personStore(db: Kysely<Tables>): PersonStore {
  return {
    textOnly: (tenant, personId) => textOnly(db, tenant, personId),
    setTextOnly: async (tenant, personId, on) => {
      const columns = { text_only: on ? 1 : 0 } as const;
      await db
        .insertInto('people')
        .values({ tenant, person_id: personId, ...columns })
        .onConflict((conflict) => conflict.columns(['tenant', 'person_id']).doUpdateSet(columns))
        .execute();
    },
  };
}

async function textOnly(db: Kysely<Tables>, tenant: string, personId: string): Promise<boolean> {
  const row = await db
    .selectFrom('people')
    .select('text_only')
    .where('tenant', '=', tenant)
    .where('person_id', '=', personId)
    .executeTakeFirst();
  return row?.text_only === 1;
}
