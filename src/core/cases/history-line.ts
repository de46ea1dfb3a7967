import type { Speaker } from '../conversation/speaker';
import { ukTime } from '../uk-time';
import type { Case, CaseEvent } from './case';
import { isCouncillors, nameOf } from './case-talk';

/** What happened, when, by whom and why, without what was said. */
export function historyLine(one: Case, event: CaseEvent, speaker: Speaker): string {
  const own = isCouncillors(one, event);
  const who = own ? (nameOf(one, speaker) ?? speaker.say('the_councillor')) : event.by.name || speaker.say('by_itself');
  const why =
    event.kind === 'passed'
      ? speaker.say(`history_why_${event.why}`, { to: event.to.name })
      : event.kind === 'closed'
        ? speaker.say(`closed_why_${event.why ?? 'advised'}`)
        : '';
  return `${ukTime(event.at)}: ${speaker.say(`history_${event.kind}`)} (${who}). ${why}`.trimEnd();
}
