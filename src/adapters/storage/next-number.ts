import type { Transaction } from 'kysely';
import type { Tables } from './tables';

/** The next number of a council's counter, from 1. Kept only if the transaction is. `open`, `claim`, `ring` and `forget` count turns: see `takeTurn`. */
export async function nextNumber(trx: Transaction<Tables>, tenant: string, name: Counter): Promise<number> {
  const { value } = await trx
    .insertInto('counters')
    .values({ tenant, name, value: 1 })
    .onConflict((conflict) =>
      conflict.columns(['tenant', 'name']).doUpdateSet((eb) => ({ value: eb('counters.value', '+', 1) })),
    )
    .returning('value')
    .executeTakeFirstOrThrow();
  return value;
}

type Counter =
  | 'case'
  | 'outgoing'
  | 'access'
  | 'guidance'
  | 'guidance-revision'
  | 'open'
  | 'claim'
  | 'ring'
  | 'forget'
  | 'probe';
