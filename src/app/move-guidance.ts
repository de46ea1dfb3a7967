import { chat } from '../core/conversation/card-replies';
import { readGuidanceReference } from '../core/conversation/commands';
import type { Guidance, GuidanceState } from '../core/guidance/guidance';
import type { Press } from '../core/model';
import type { Turn } from '../core/reply';
import { refuseAsClerk } from './refuse-at-desk';
import { savedGuidance } from './saved-guidance';
import { showGuidance } from './show-guidance';
import type { Surroundings, Visit } from './surroundings';

/** "retire G-0017", typed. */
export function retireTyped(visit: Visit, rest: string, given: Surroundings): Promise<Turn> {
  return moveTyped(visit, rest, given, 'retired');
}

/** "restore G-0017", typed: councillors see it again. */
export function restoreTyped(visit: Visit, rest: string, given: Surroundings): Promise<Turn> {
  return moveTyped(visit, rest, given, 'published');
}

export async function retireGuidance(visit: Visit, press: Press, given: Surroundings): Promise<Turn> {
  const saved = await savedGuidance(visit, press.data.id, given);
  return saved.kind === 'found'
    ? move(visit, saved.entry, given, { state: 'retired' })
    : chat(given.speaker.note(saved.why));
}

/** Councillors see it again; with a version chosen in the box `put`, in the words of that one. */
export async function restoreGuidance(visit: Visit, press: Press, given: Surroundings): Promise<Turn> {
  const { speaker, store } = given;
  const saved = await savedGuidance(visit, press.data.id, given);
  if (saved.kind === 'refused') return chat(speaker.note(saved.why));
  const { entry } = saved;
  const { put } = press.data;
  if (!put) return move(visit, entry, given, { state: 'published' });
  const history = await store.guidance.history(visit.tenant, entry.id);
  const earlier = history.find(({ version }) => String(version) === put);
  return earlier
    ? move(visit, entry, given, { state: 'published', words: earlier })
    : showGuidance(entry, given, { history });
}

async function moveTyped(visit: Visit, rest: string, given: Surroundings, state: GuidanceState): Promise<Turn> {
  const { speaker, store } = given;
  const refusal = await refuseAsClerk(visit, given);
  if (refusal) return chat(speaker.note(refusal));
  const entry = await store.guidance.byReference(visit.tenant, readGuidanceReference(rest) ?? '');
  return entry ? move(visit, entry, given, { state }) : chat(speaker.note('no_such_guidance'));
}

/** Another version with another state, or with the words of an earlier one. Where nothing would change, nothing is saved. */
async function move(
  visit: Visit,
  entry: Guidance,
  given: Surroundings,
  to: { readonly state: GuidanceState; readonly words?: Guidance },
): Promise<Turn> {
  const { speaker, store, clock } = given;
  const { state, words = entry } = to;
  if (entry.state === state && words === entry) return showGuidance(entry, given);
  const saved = await store.guidance.save({
    ...words,
    version: entry.version + 1,
    state,
    by: { id: visit.from.id, name: visit.from.name },
    at: clock(),
  });
  if (saved)
    return showGuidance(saved, given, { news: speaker.say(`guidance_now_${state}`, { reference: saved.reference }) });
  const present = await store.guidance.byId(visit.tenant, entry.id);
  return showGuidance(present ?? entry, given, { news: speaker.say('guidance_changed_meanwhile') });
}
