import { answerTurn } from '../core/conversation/answer-replies';
import { chat } from '../core/conversation/card-replies';
import { readGuidanceReference } from '../core/conversation/commands';
import { guidanceListReply } from '../core/guidance/guidance-replies';
import type { Press } from '../core/model';
import type { Turn } from '../core/reply';
import { ukDay } from '../core/uk-time';
import { refuseAsClerk } from './refuse-at-desk';
import { savedGuidance } from './saved-guidance';
import { searchGuidance } from './search-guidance';
import { showGuidance } from './show-guidance';
import type { Surroundings, Visit } from './surroundings';

/** "guidance", "guidance G-0017" or "guidance filming": all saved answers, one of them, or those that match. Elsewhere one can be read once it is published. */
export async function lookUpGuidance(visit: Visit, rest: string, given: Surroundings): Promise<Turn> {
  const { speaker } = given;
  const reference = readGuidanceReference(rest);
  const refusal = await refuseAsClerk(visit, given);
  if (refusal) return reference === undefined ? chat(speaker.note(refusal)) : readPublished(visit, reference, given);
  if (reference === undefined) return listGuidance(visit, rest, given);
  const entry = await given.store.guidance.byReference(visit.tenant, reference);
  return entry ? showGuidance(entry, given) : chat(speaker.note('no_such_guidance'));
}

/** The button on a list. */
export async function openGuidance(visit: Visit, press: Press, given: Surroundings): Promise<Turn> {
  const saved = await savedGuidance(visit, press.data.id, given);
  return saved.kind === 'found' ? showGuidance(saved.entry, given) : chat(given.speaker.note(saved.why));
}

export async function showHistory(visit: Visit, press: Press, given: Surroundings): Promise<Turn> {
  const { speaker, store } = given;
  const saved = await savedGuidance(visit, press.data.id, given);
  if (saved.kind === 'refused') return chat(speaker.note(saved.why));
  const history = await store.guidance.history(visit.tenant, saved.entry.id);
  return showGuidance(saved.entry, given, { history });
}

async function listGuidance(visit: Visit, words: string, given: Surroundings): Promise<Turn> {
  const found = await searchGuidance(visit, words, given);
  const all = words.trim() === '' ? found.length : (await given.store.guidance.list(visit.tenant)).length;
  return chat(guidanceListReply({ found, all, today: ukDay(given.clock()) }, given.speaker));
}

async function readPublished(visit: Visit, reference: string, given: Surroundings): Promise<Turn> {
  const { speaker, clock } = given;
  const guidance = await given.store.guidance.byReference(visit.tenant, reference);
  if (guidance?.state !== 'published') return chat(speaker.note('no_such_guidance'));
  return answerTurn(
    [
      {
        question: guidance.question,
        decision: { kind: 'answer', passages: [], confidence: 1 },
        advice: { kind: 'shown', guidance, confidence: 1, due: guidance.reviewOn <= ukDay(clock()) },
      },
    ],
    speaker,
  );
}
