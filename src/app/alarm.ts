import { urgentTurn } from '../core/conversation/card-replies';
import type { Alarm } from '../core/conversation/triage';
import type { Turn } from '../core/reply';
import type { Surroundings, Visit } from './surroundings';

/** What to do first about danger of a level, and that it is urgent if the clerk is asked. */
export function alarmFor(
  level: Alarm | undefined,
  { key, question }: Pick<Visit, 'key'> & { readonly question?: string },
  { speaker, sessions }: Surroundings,
): Turn | undefined {
  const guide = speaker.knowledge.urgent.find((one) => one.level === level);
  if (!guide) return undefined;
  sessions.set(key, { ...(question && { question }), reason: 'urgent' });
  return urgentTurn(guide, speaker);
}
