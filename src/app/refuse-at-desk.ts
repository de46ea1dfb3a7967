import type { Case } from '../core/cases/case';
import { type ClerkMeans, isClerk } from './is-clerk';
import type { Surroundings, Visit } from './surroundings';

/** Why somebody may not act at the desk here: the name of a sentence. */
type NotClerk = 'not_clerk' | 'not_clerk_channel';
type Refusal = NotClerk | 'no_case_here';

/** Only a listed clerk, in the linked channel, may act; both are taken from the verified activity, never from the card. */
export async function refuseAsClerk(visit: Visit, given: ClerkMeans): Promise<NotClerk | undefined> {
  const channel = await given.store.desk.clerkChannel(visit.tenant);
  if (!channel || !(await isClerk(visit, channel, given))) return 'not_clerk';
  return visit.conversation === channel.conversation ? undefined : 'not_clerk_channel';
}

/** The same for one case: a question about the clerk is for the person named for it, in private, and does not exist for the clerk. */
export async function refuseAtDesk(
  visit: Visit,
  one: Case | undefined,
  given: Surroundings,
): Promise<Refusal | undefined> {
  if (isAlternate(visit, given)) return one?.desk === 'alternate' ? undefined : 'no_case_here';
  const refusal = await refuseAsClerk(visit, given);
  if (refusal !== undefined) return refusal;
  return one?.desk === 'clerk' ? undefined : 'no_case_here';
}

/** The person named for questions about the clerk, in the private chat. */
export function isAlternate({ scope, from }: Visit, { speaker }: Surroundings): boolean {
  return scope === 'personal' && from.id === speaker.council.alternate?.id;
}
