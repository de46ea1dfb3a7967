import type { Case, CaseEvent } from './case';
import { isUnfinished, mayBeJoined } from './change-case';

/**
 * Whether what is said in a case is meant for one that was joined to it as well: while that one waits for its first answer, and
 * afterwards as long as both were told the same and the councillor of the first has not gone on alone.
 */
export function goesTogether(leading: Case, joined: Case): boolean {
  if (mayBeJoined(joined)) return true;
  const said = leading.events.findLastIndex(isSaid);
  if (!isUnfinished(joined) || leading.events[said]?.at !== joined.events.findLast(isSaid)?.at) return false;
  return joined.state === 'needs_more' || !leading.events.slice(said).some(goesOn);
}

function isSaid({ kind }: CaseEvent): boolean {
  return kind === 'answered' || kind === 'asked_more';
}

function goesOn({ kind }: CaseEvent): boolean {
  return kind === 'followed_up' || kind === 'reopened';
}
