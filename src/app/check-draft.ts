import { findingsTurn } from '../core/conversation/draft-replies';
import type { Turn } from '../core/model';
import type { Surroundings, Visit } from './surroundings';

/** Checks a draft and remembers it for this conversation, in memory only. */
export async function checkDraftIn(visit: Visit, draft: string, given: Surroundings): Promise<Turn> {
  const turn = findingsTurn(draft, given.checkDraft(draft), given.speaker);
  given.sessions.set(visit.key, {
    draft,
    nearest: turn.passages.map((passage) => passage.id),
    reason: turn.check?.severity === 'ok' ? 'asked_for' : 'draft',
  });
  return turn;
}

/** Asks for the draft; the next message is taken for it. */
export async function promptForDraft(visit: Visit, { sessions, speaker }: Surroundings): Promise<Turn> {
  sessions.set(visit.key, { ...visit.session, awaiting: 'draft' });
  return { outcome: 'check', confidence: 1, passages: [], reply: speaker.reply('check-draft', {}) };
}
