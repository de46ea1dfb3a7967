import type { Guidance } from '../core/guidance/guidance';
import { refuseAsClerk } from './refuse-at-desk';
import type { Surroundings, Visit } from './surroundings';

/** A saved answer that a clerk may work on, or why not: the name of a sentence. */
type Saved =
  | { readonly kind: 'found'; readonly entry: Guidance }
  | { readonly kind: 'refused'; readonly why: 'not_clerk' | 'not_clerk_channel' | 'no_such_guidance' };

/** The saved answer with an id, for a listed clerk in the linked channel only. */
export async function savedGuidance(visit: Visit, id: string | undefined, given: Surroundings): Promise<Saved> {
  const refusal = await refuseAsClerk(visit, given);
  if (refusal) return { kind: 'refused', why: refusal };
  const entry = await given.store.guidance.byId(visit.tenant, id ?? '');
  return entry ? { kind: 'found', entry } : { kind: 'refused', why: 'no_such_guidance' };
}
