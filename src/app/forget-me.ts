import { chat } from '../core/conversation/card-replies';
import { forgetReply, isErasable } from '../core/records/forget-replies';
import type { Turn } from '../core/reply';
import { eraseCases } from './erase-cases';
import { isSessionOf, type Surroundings, type Visit } from './surroundings';

/** Councillors erase for themselves; the access log must not remember their names for it. */
const THE_COUNCILLOR = { id: '', name: '' };

/**
 * "forget me": settings and what is in memory go at once, and the card says which cases could go too. "forget me yes" removes the words
 * of those that are closed or withdrawn and not on hold.
 */
export async function forgetMe(visit: Visit, rest: string, given: Surroundings): Promise<Turn> {
  const { store, speaker, sessions, clock, wakeDelivery } = given;
  const { tenant, from } = visit;
  sessions.forgetThose((key) => isSessionOf(visit, key));
  await store.records.forgetPerson(tenant, from.id);
  const cases = await store.cases.ofCouncillor(tenant, from.id);
  if (!/^yes\b/iu.test(rest)) return chat(forgetReply(cases, speaker));
  const erased = await eraseCases(cases.filter(isErasable), { store, at: clock(), by: THE_COUNCILLOR });
  wakeDelivery();
  if (erased.length === 0) return chat(speaker.note('forgotten_none'));
  return chat(speaker.note('forgotten', { references: erased.map(({ reference }) => reference).join(', ') }));
}
