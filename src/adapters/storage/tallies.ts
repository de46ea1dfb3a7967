import type { Kysely } from 'kysely';
import type { Tallies } from '../../app/ports';
import { sumTallies } from '../../core/reports/sum-tallies';
import type { Tables } from './tables';

/** Counts by month. One statement for each turn, its rows in order, so that two instances that count at once never wait for each other. */
export function tallies(db: Kysely<Tables>): Tallies {
  return {
    add: async (tenant, month, entries) => {
      if (entries.length === 0) return;
      const sums = sumTallies(entries.map((entry) => ({ ...entry, month, count: 1 })));
      await db
        .insertInto('tallies')
        .values(sums.map((sum) => ({ ...sum, tenant })))
        .onConflict((conflict) =>
          conflict
            .columns(['tenant', 'month', 'kind', 'key'])
            .doUpdateSet((eb) => ({ count: eb('tallies.count', '+', eb.ref('excluded.count')) })),
        )
        .execute();
    },
    of: async (tenant, months) =>
      months.length === 0
        ? []
        : db
            .selectFrom('tallies')
            .select(['month', 'kind', 'key', 'count'])
            .where('tenant', '=', tenant)
            .where('month', 'in', [...months])
            .orderBy('month')
            .orderBy('kind')
            .orderBy('key')
            .execute(),
  };
}
