import { chat } from '../core/conversation/card-replies';
import type { Guidance } from '../core/guidance/guidance';
import { guidanceEntryReply } from '../core/guidance/guidance-replies';
import type { Turn } from '../core/reply';
import { ukDay } from '../core/uk-time';
import type { Surroundings } from './surroundings';

/** One saved answer as it stands, with what has just happened to it. */
export function showGuidance(
  entry: Guidance,
  { speaker, clock }: Surroundings,
  said: { readonly news?: string; readonly history?: readonly Guidance[] } = {},
): Turn {
  return chat(guidanceEntryReply({ entry, today: ukDay(clock()), ...said }, speaker));
}
