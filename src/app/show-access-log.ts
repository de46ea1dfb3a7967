import { chat } from '../core/conversation/card-replies';
import { readReference } from '../core/conversation/commands';
import { accessLogReply } from '../core/records/access-replies';
import type { Turn } from '../core/reply';
import { refuseAtDesk } from './refuse-at-desk';
import type { Surroundings, Visit } from './surroundings';

const MOST_SHOWN = 200;

/** "log C-0042": who looked at a case and when, for those who may look at it themselves. */
export async function showAccessLog(visit: Visit, rest: string, given: Surroundings): Promise<Turn> {
  const { store, speaker } = given;
  const reference = readReference(rest);
  if (reference === undefined) return chat(speaker.note('no_reference'));
  const one = await store.cases.byReference(visit.tenant, reference);
  const refusal = await refuseAtDesk(visit, one, given);
  if (refusal !== undefined || !one) return chat(speaker.note(refusal ?? 'no_case_here'));
  return chat(accessLogReply(one, await store.access.ofCases(visit.tenant, [one.id], MOST_SHOWN), speaker));
}
