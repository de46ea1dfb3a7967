import type { Transaction } from 'kysely';
import { nextNumber } from './next-number';
import type { Tables } from './tables';

/**
 * Lets one transaction at a time, of all instances, go on with the same kind of work; the others wait here until it ends.
 * The counter's row is the lock: it is held until the transaction ends, and everything read after it is what the one before left.
 */
export async function takeTurn(trx: Transaction<Tables>, tenant: string, work: Work): Promise<void> {
  await nextNumber(trx, tenant, work);
}

type Work = 'open' | 'claim' | 'ring' | 'forget';
