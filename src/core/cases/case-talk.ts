import type { Speaker } from '../conversation/speaker';
import type { Field } from '../reply';
import { ukTime } from '../uk-time';
import type { Case, CaseEvent } from './case';

type Spoken = Extract<CaseEvent, { readonly text: string }>;

/** Something that was said, as the councillor sees it. */
export type Said = { readonly mine: boolean; readonly who: string; readonly when: string; readonly text: string };

/** When the case was opened, as it is said. */
export function askedAt(one: Case): string {
  return ukTime(one.events[0]?.at ?? 0);
}

/** The councillor's name as others may see it. */
export function nameOf(one: Case, speaker: Speaker): string | undefined {
  return one.nameless || one.wiped !== undefined || !speaker.council.showNames ? undefined : one.councillor.name;
}

/** What was asked, or that the words of the case were removed. */
export function questionOf(one: Case, speaker: Speaker): string {
  return one.wiped === undefined ? one.question : speaker.say('words_removed');
}

/** Whether the councillor did it; everything else is done by a clerk or by itself. */
export function isCouncillors(one: Case, event: CaseEvent): boolean {
  return event.by.id === one.councillor.id;
}

/** What was said between the two, as the councillor sees it: no notes for the record. */
export function talkForCouncillor(one: Case): readonly Said[] {
  return spokenIn(one)
    .filter(({ kind }) => kind !== 'noted')
    .map((event) => ({
      mine: isCouncillors(one, event),
      who: event.by.name,
      when: ukTime(event.at),
      text: event.text,
    }));
}

/** Everything that was said, as the clerk sees it; each with what it is, such as a note for the record. */
export function talkForClerk(one: Case, speaker: Speaker): readonly Field[] {
  return spokenIn(one).map((event) => ({
    who: isCouncillors(one, event) ? (nameOf(one, speaker) ?? speaker.say('the_councillor')) : event.by.name,
    when: ukTime(event.at),
    what: speaker.say(`talk_${event.kind === 'answered' && event.form ? event.form : event.kind}`),
    text: event.text,
  }));
}

function spokenIn({ events, wiped }: Case): readonly Spoken[] {
  if (wiped !== undefined) return [];
  return events.filter((event): event is Spoken => 'text' in event);
}
