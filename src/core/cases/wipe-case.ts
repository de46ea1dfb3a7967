import type { Person } from '../model';
import { type Case, type CaseEvent, THE_CLOCK } from './case';

/** Who did something in a case, once names are gone: only on which side they stood. No directory has these ids. */
const COUNCILLOR: Person = { id: 'wiped-councillor', name: '' };
const CLERK: Person = { id: 'wiped-clerk', name: '' };

/**
 * A case one version on, without anything that a person typed or is called, and without the way back to them. Its reference, states,
 * times, desk, reason and nearest passages are left. `at` is milliseconds since 1970 UTC.
 */
export function wipeCase(one: Case, at: number): Case {
  const { draft: _draft, soundsLike: _soundsLike, ...left } = one;
  return {
    ...left,
    version: one.version + 1,
    wiped: at,
    councillor: COUNCILLOR,
    councillorAddress: '',
    question: '',
    about: {},
    events: one.events.map((event) => wipeEvent(event, one)),
  };
}

function wipeEvent(event: CaseEvent, { councillor }: Case): CaseEvent {
  const by = event.by.id === councillor.id ? COUNCILLOR : event.by.id === THE_CLOCK.id ? THE_CLOCK : CLERK;
  if ('text' in event) return { ...event, by, text: '' };
  return event.kind === 'passed' ? { ...event, by, to: CLERK } : { ...event, by };
}
