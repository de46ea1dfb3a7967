import { chat } from '../core/conversation/card-replies';
import { LONGEST_MESSAGE } from '../core/conversation/longest-message';
import type { Message } from '../core/model';
import type { Turn } from '../core/reply';
import { alarmFor } from './alarm';
import { checkDraftIn, platformOf } from './check-draft';
import { type Surroundings, visitOf } from './surroundings';

/** A draft in a dialog of the message extension. Danger comes first, wherever it is told. */
export async function checkInDialog(
  message: Message,
  platform: string | undefined,
  given: Surroundings,
): Promise<Turn> {
  const visit = visitOf(message, given.sessions);
  const known = platformOf(platform);
  const alarm = alarmFor(await given.triage(message.text, { draft: message.text }), visit, given);
  if (alarm) return alarm;
  if (message.text.length > LONGEST_MESSAGE) return chat(given.speaker.note('too_long'));
  return checkDraftIn(visit, message.text.trim(), given, { ...(known && { platform: known }) });
}

/** Somebody else's message may be a threat; else it is asked what the councillor wants to do about it. */
export async function othersMessage(message: Message, given: Surroundings): Promise<Turn> {
  const alarm = alarmFor(await given.triage(message.text), visitOf(message, given.sessions), given);
  return alarm ?? chat(given.speaker.reply('others-message', {}));
}
