import type { Case } from '../core/cases/case';
import { chat } from '../core/conversation/card-replies';
import { OFFERED } from '../core/guidance/advise';
import { cleanQuestion } from '../core/guidance/clean-question';
import { guidanceConfidence } from '../core/guidance/create-guidance-finder';
import { findPersonalDetails } from '../core/guidance/find-personal-details';
import { guidanceEvidence, guidanceTexts } from '../core/guidance/guidance-evidence';
import { type FormNews, type GuidanceForm, guidanceFormReply } from '../core/guidance/guidance-form-reply';
import { reviewDays } from '../core/guidance/review-days';
import type { Match, Press } from '../core/model';
import type { Turn } from '../core/reply';
import { ukDay } from '../core/uk-time';
import { noteViews } from './note-views';
import { refuseAtDesk } from './refuse-at-desk';
import { savedGuidance } from './saved-guidance';
import type { Surroundings, Visit } from './surroundings';

const MOST_WAYS = 2;
const MOST_PASSAGES = 8;

/** The clerk wants to keep the answer to a case: the form, filled with a cleaned question and the clerk's own words. Nothing is saved yet. */
async function startGuidance(one: Case, given: Surroundings): Promise<Turn> {
  const { speaker, newId, clock } = given;
  const answer = one.events.findLast((event) => event.kind === 'answered')?.text;
  if (answer === undefined) return chat(speaker.note('guidance_no_answer', { reference: one.reference }));
  const question = cleanQuestion(one.question, findPersonalDetails(one.question, speaker.council), {
    somebody: speaker.say('personal_somebody'),
    leftOut: speaker.say('personal_left_out'),
  });
  const matches = await given.find(question);
  const [reviewOn = ''] = reviewDays(ukDay(clock()));
  const [passage] = one.nearest;
  const form: GuidanceForm = {
    id: newId(),
    version: 0,
    caseId: one.id,
    question,
    ways: otherWays(question, matches, given),
    answer,
    reviewOn,
    ...(passage !== undefined && { passage }),
    confirmed: [],
  };
  return showForm(form, { mayDraft: true }, given);
}

/** The button for the above on a card that knows its case. */
export async function startFromCase(visit: Visit, press: Press, given: Surroundings): Promise<Turn> {
  const one = await given.store.cases.byId(visit.tenant, press.data.caseId ?? '');
  const refusal = await refuseAtDesk(visit, one, given);
  if (!one || refusal) return chat(given.speaker.note(refusal ?? 'no_case_here'));
  await noteViews(visit, [one], given);
  return startGuidance(one, given);
}

/** The form filled with what is saved. */
export async function editGuidance(visit: Visit, press: Press, given: Surroundings): Promise<Turn> {
  const saved = await savedGuidance(visit, press.data.id, given);
  if (saved.kind === 'refused') return chat(given.speaker.note(saved.why));
  return showForm({ ...saved.entry, confirmed: [] }, { mayDraft: saved.entry.state !== 'published' }, given);
}

/** Shows a form with what is to be said about it. */
export async function showForm(
  form: GuidanceForm,
  said: Omit<FormNews, 'passages' | 'today'>,
  { speaker, find, clock }: Surroundings,
): Promise<Turn> {
  const matches = await find(form.question);
  const passages = matches.flatMap((match) => (match.kind === 'passage' ? [match.passage.id] : []));
  const news = { ...said, passages: passages.slice(0, MOST_PASSAGES), today: ukDay(clock()) };
  return chat(guidanceFormReply(form, news, speaker));
}

/** Ways of asking that are known and ask the same: what the clerk would otherwise have to think up. */
function otherWays(
  question: string,
  [match]: readonly Match[],
  { guidance: { read } }: Surroundings,
): readonly string[] {
  if (!match || match.kind === 'talk') return [];
  const texts = guidanceTexts([read(question)]);
  return match.nearest
    .filter((way) => guidanceConfidence(guidanceEvidence(read(way), texts)) >= OFFERED)
    .slice(0, MOST_WAYS);
}
