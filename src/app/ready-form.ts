import { chat } from '../core/conversation/card-replies';
import { findPersonalDetails } from '../core/guidance/find-personal-details';
import type { Guidance } from '../core/guidance/guidance';
import type { FormNews, GuidanceForm } from '../core/guidance/guidance-form-reply';
import { markOf } from '../core/guidance/mark-of';
import type { Press } from '../core/model';
import type { Turn } from '../core/reply';
import { showForm } from './guidance-form';
import { readGuidanceForm } from './read-guidance-form';
import { refuseAsClerk } from './refuse-at-desk';
import type { Surroundings, Visit } from './surroundings';

type Ready =
  | { readonly kind: 'stopped'; readonly turn: Turn }
  | { readonly kind: 'ready'; readonly form: GuidanceForm; readonly stored: Guidance | undefined };

/** The form of a clerk, whole and without personal details; else what to show in its place. */
export async function readyForm(visit: Visit, press: Press, given: Surroundings): Promise<Ready> {
  const { speaker, store } = given;
  const refusal = await refuseAsClerk(visit, given);
  if (refusal) return { kind: 'stopped', turn: chat(speaker.note(refusal)) };
  const typed = readGuidanceForm(press, given);
  const stored = await store.guidance.byId(visit.tenant, typed.id);
  const form = stored ? { ...typed, reference: stored.reference } : typed;
  const mayDraft = stored?.state !== 'published';
  const stop = async (said: Pick<FormNews, 'news' | 'blocked'>): Promise<Ready> => ({
    kind: 'stopped',
    turn: await showForm(form, { ...said, mayDraft }, given),
  });
  if (!form.question || !form.answer) return stop({ news: speaker.say('guidance_empty') });
  const blocked = personalIn(form, given);
  if (blocked.length > 0) return stop({ news: speaker.say('guidance_blocked'), blocked });
  return { kind: 'ready', form, stored };
}

/** What may tell who somebody is in any of the boxes, and the clerk has not said that it does not. */
function personalIn({ question, ways, answer, confirmed }: GuidanceForm, { speaker }: Surroundings) {
  const found = [question, ...ways, answer].flatMap((text) =>
    findPersonalDetails(text, speaker.council).map(({ kind, start, end }) => ({ kind, words: text.slice(start, end) })),
  );
  return found.filter(
    ({ words }, at) => !confirmed.includes(markOf(words)) && found.findIndex((one) => one.words === words) === at,
  );
}
