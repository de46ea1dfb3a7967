import { decide } from '../core/conversation/decide';
import { findChangedAdvice } from '../core/guidance/find-changed-advice';
import type { Guidance } from '../core/guidance/guidance';
import { type GuidancePreview, previewGuidance } from '../core/guidance/preview-guidance';
import type { Press } from '../core/model';
import type { Turn } from '../core/reply';
import { inTurns } from '../core/steps';
import { showForm } from './guidance-form';
import { nextGuidance } from './next-guidance';
import { readyForm } from './ready-form';
import type { Surroundings, Visit } from './surroundings';

/** So many of the newest cases are asked again in a preview: a year of a busy council. */
const MOST_PAST = 200;

/** The clerk pressed "See what changes", or said that the words found are not personal. Nothing is saved. */
export async function previewChanges(visit: Visit, press: Press, given: Surroundings): Promise<Turn> {
  const ready = await readyForm(visit, press, given);
  if (ready.kind === 'stopped') return ready.turn;
  const { form, stored } = ready;
  const candidate = { ...nextGuidance(form, 'published', { visit, stored, given }), reference: form.reference ?? '' };
  const preview = await previewOf(visit.tenant, candidate, given);
  return showForm(form, { preview, mayDraft: stored?.state !== 'published' }, given);
}

async function previewOf(tenant: string, candidate: Guidance, given: Surroundings): Promise<GuidancePreview> {
  const { guidance, store, find, pause } = given;
  const questions = await store.cases.questions(tenant, MOST_PAST);
  const existing = await guidance.published(tenant);
  const changed = await inTurns(findChangedAdvice(questions, { candidate, existing, read: guidance.read }), pause);
  const judged = [];
  for (const one of changed) judged.push({ ...one, settled: decide(await find(one.question)).kind === 'answer' });
  return previewGuidance(judged);
}
