import type { Turn } from '../core/reply';
import { monthOf } from '../core/reports/month-of';
import { talliesOfTurn } from '../core/reports/tallies-of-turn';
import { nameOf } from './create-worker';
import type { Surroundings } from './surroundings';

/** Counts what a turn was about, for the reports, and gives the turn back. When it cannot be counted, the turn goes on all the same. */
export async function countTurn(
  { tenant }: { readonly tenant: string },
  turn: Turn,
  { store, clock, log }: Surroundings,
): Promise<Turn> {
  const tallies = talliesOfTurn(turn);
  try {
    if (tallies.length > 0) await store.tallies.add(tenant, monthOf(clock()), tallies);
  } catch (error) {
    log.error('a turn could not be counted', { error: nameOf(error) });
  }
  return turn;
}
