import { chat } from '../core/conversation/card-replies';
import { myDataReply } from '../core/records/my-data-replies';
import type { Turn } from '../core/reply';
import { sendMyData } from './send-my-data';
import type { Surroundings, Visit } from './surroundings';

const MOST_ENTRIES = 200;

/** "my data": what is stored about the councillor, and who looked. "my data all": every word of it, to copy. */
export async function showMyData(visit: Visit, rest: string, given: Surroundings): Promise<Turn> {
  if (/^all\b/iu.test(rest)) return sendMyData(visit, rest, given);
  const { store, speaker } = given;
  const { tenant, from, session } = visit;
  const cases = await store.cases.ofCouncillor(tenant, from.id);
  const looks = await store.access.ofCases(
    tenant,
    cases.map(({ id }) => id),
    MOST_ENTRIES,
  );
  const textOnly = await store.people.textOnly(tenant, from.id);
  const inMemory = session.question !== undefined || session.draft !== undefined || session.consent !== undefined;
  return chat(myDataReply({ cases, looks, textOnly, inMemory }, speaker));
}
