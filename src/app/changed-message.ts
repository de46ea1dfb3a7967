import { chat } from '../core/conversation/card-replies';
import { LONGEST_MESSAGE } from '../core/conversation/longest-message';
import { readIntent } from '../core/conversation/read-intent';
import type { Message } from '../core/model';
import type { Turn } from '../core/reply';
import { alarmFor } from './alarm';
import { checkDraftIn } from './check-draft';
import { asideOf, draftOf } from './draft-in-message';
import { type Surroundings, visitOf } from './surroundings';

/** A message was changed whose draft is still remembered: its new words are checked, danger first. Anything else is passed over. */
export async function checkChanged(message: Message, given: Surroundings): Promise<Turn | undefined> {
  const { speaker, sessions, triage, readDraft } = given;
  const visit = visitOf(message, sessions);
  const text = message.text.trim();
  if (visit.session.message !== message.id || text === '') return undefined;
  const intent = readIntent(message, speaker.knowledge.commands, readDraft);
  const alarm = alarmFor(await triage(text, asideOf(intent, true)), { key: visit.key, question: text }, given);
  if (alarm) return alarm;
  if (text.length > LONGEST_MESSAGE) return chat(speaker.note('too_long'));
  const draft = intent.kind === 'draft' ? await draftOf(intent, text, visit, given) : text;
  return checkDraftIn(visit, draft, given, { message: message.id, about: speaker.say('check_changed') });
}

/** A message was deleted: what is remembered of its draft goes too. */
export function forgetDeleted(message: Message, { sessions }: Surroundings): void {
  const visit = visitOf(message, sessions);
  if (visit.session.message === message.id) sessions.forget(visit.key);
}
