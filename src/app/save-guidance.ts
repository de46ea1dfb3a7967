import type { Guidance, GuidanceState } from '../core/guidance/guidance';
import type { Press } from '../core/model';
import type { Turn } from '../core/reply';
import { ukDate } from '../core/uk-date';
import { ukDay } from '../core/uk-time';
import { showForm } from './guidance-form';
import { nextGuidance } from './next-guidance';
import type { NewGuidance } from './ports';
import { readyForm } from './ready-form';
import { showGuidance } from './show-guidance';
import type { Surroundings, Visit } from './surroundings';

/** The clerk pressed "Publish": councillors see it from now on. */
export function publishForm(visit: Visit, press: Press, given: Surroundings): Promise<Turn> {
  return saveForm(visit, press, given, 'published');
}

/** What councillors see now is never put back to a draft by this. */
export function draftForm(visit: Visit, press: Press, given: Surroundings): Promise<Turn> {
  return saveForm(visit, press, given, 'draft');
}

async function saveForm(visit: Visit, press: Press, given: Surroundings, state: GuidanceState): Promise<Turn> {
  const { speaker, store, clock } = given;
  const ready = await readyForm(visit, press, given);
  if (ready.kind === 'stopped') return ready.turn;
  const { form, stored } = ready;
  const today = ukDay(clock());
  const wanted = nextGuidance(form, state, { visit, stored, given });
  if (stored && isSame(stored, wanted)) return showGuidance(stored, given);
  const overPublished = state === 'draft' && stored?.state === 'published';
  const saved = overPublished ? undefined : await store.guidance.save(wanted);
  if (saved) {
    const news = speaker.say(`guidance_saved_${state}`, { reference: saved.reference, day: ukDate(today) });
    return showGuidance(saved, given, { news });
  }
  // Somebody was faster: the clerk's words stay in the boxes, on top of the version that stands there now.
  const present = await store.guidance.byId(visit.tenant, form.id);
  if (present && isSame(present, wanted)) return showGuidance(present, given);
  const again = { ...form, ...(present && { reference: present.reference }), version: present?.version ?? 0 };
  const news = speaker.say('guidance_overtaken');
  return showForm(again, { news, mayDraft: present?.state !== 'published' }, given);
}

/** A second press of the same button finds its own words saved. */
function isSame(stored: Guidance, wanted: NewGuidance): boolean {
  const words = ({ version, state, question, ways, answer, passage, reviewOn, by }: NewGuidance) =>
    JSON.stringify([version, state, question, ways, answer, passage, reviewOn, by.id]);
  return words(stored) === words(wanted);
}
