import type { Case, CaseEvent } from '../core/cases/case';
import { isOpen } from '../core/cases/change-case';
import { nextAlarm } from '../core/cases/next-alarm';
import type { Office } from '../core/cases/office';
import type { Outgoing, OutgoingKind, Plan, Timer } from './outbox-ports';

const DAY_MS = 24 * 60 * 60_000;

/** Quiet days after which the councillor is told, and after which a case closes. */
const NOTICE_AFTER_MS = 11 * DAY_MS;
const CLOSE_AFTER_MS = 14 * DAY_MS;

/** What must go out after each kind of event, besides the direct reply. */
const FOLLOWS: { readonly [kind in CaseEvent['kind']]: readonly OutgoingKind[] } = {
  opened: ['clerk-post'],
  taken: ['clerk-card', 'receipt-card'],
  taken_over: ['clerk-card', 'receipt-card'],
  handed_back: ['clerk-card'],
  passed: ['clerk-thread', 'clerk-card'],
  nudged: ['clerk-thread', 'clerk-card'],
  asked_more: ['answer', 'receipt-card', 'clerk-card'],
  answered: ['answer', 'receipt-card', 'clerk-card'],
  followed_up: ['clerk-thread', 'clerk-card'],
  parted: ['clerk-post'],
  noted: ['clerk-card'],
  warned: ['notice'],
  closed: ['notice', 'receipt-card', 'clerk-card'],
  reopened: ['clerk-thread', 'notice', 'clerk-card'],
  withdrawn: ['clerk-card'],
  not_delivered: ['clerk-thread', 'clerk-card'],
};

const TO_THE_DESK: ReadonlySet<OutgoingKind> = new Set(['clerk-post', 'clerk-card', 'clerk-thread', 'urgent-again']);

/** What makes a sound; it waits for the next working start unless it is urgent. */
const AUDIBLE: ReadonlySet<OutgoingKind> = new Set(['clerk-post', 'clerk-thread']);

/**
 * The messages and timers that follow from a case's latest event. The ids are the same however often this is asked.
 * `as` is the kind of event that it counts as, where that is another.
 */
export function planCase(changed: Case, office: Office, as?: CaseEvent['kind']): Plan {
  const event = changed.events.length - 1;
  const latest = changed.events[event];
  if (!latest) return { outgoing: [], timers: [] };
  const kinds = kindsAfter(latest.kind, as).filter(
    (kind) => kind !== 'notice' || latest.by.id !== changed.councillor.id,
  );
  const shown = changed.joined === undefined ? kinds : withAnother(kinds);
  return {
    outgoing: shown.map((kind) => {
      // A question about the clerk does not wait for the clerk to be back.
      const waits = AUDIBLE.has(kind) && changed.reason !== 'urgent' && changed.desk === 'clerk';
      const due = waits ? office.nextOnDuty(latest.at)?.at : undefined;
      const id = `${changed.id}:${changed.version}:${kind}`;
      return outgoingAbout(changed, kind, { id, event, ...(due !== undefined && { due }) });
    }),
    timers: timersFor(changed, latest.at, office),
  };
}

/** The desk sees what the event counts as; the councillor hears what it is. */
function kindsAfter(kind: CaseEvent['kind'], as = kind): readonly OutgoingKind[] {
  if (as === kind) return FOLLOWS[kind];
  return [...FOLLOWS[as], ...FOLLOWS[kind].filter((follows) => !TO_THE_DESK.has(follows))];
}

/** What goes to the desk stands in the lane of its case, what goes to a person in the lane of that person. */
export function outgoingAbout(
  about: Case,
  kind: OutgoingKind,
  more: { readonly id: string; readonly event: number; readonly due?: number },
): Outgoing {
  const { id, tenant, desk, joined } = about;
  const caseId = kind === 'clerk-card' ? (joined ?? id) : id;
  const person = `to:${about.councillor.id}`;
  const place = TO_THE_DESK.has(kind)
    ? { lane: `case:${caseId}`, target: desk === 'clerk' ? 'channel' : 'alternate' }
    : { lane: person, target: person };
  return { ...more, tenant, caseId, kind, ...place };
}

/** A case that waits with another has no card of its own: the other one's shows it. */
function withAnother(kinds: readonly OutgoingKind[]): readonly OutgoingKind[] {
  const toPerson = kinds.filter((kind) => !TO_THE_DESK.has(kind));
  return toPerson.length < kinds.length ? [...toPerson, 'clerk-card'] : kinds;
}

function timersFor(changed: Case, at: number, office: Office): readonly Timer[] {
  const { id, tenant } = changed;
  const timer = (kind: Timer['kind'], due: number | undefined): readonly Timer[] =>
    due === undefined ? [] : [{ tenant, caseId: id, kind, due }];
  if (isOpen(changed)) {
    if (changed.joined !== undefined) return [];
    const asked = lastAsked(changed);
    const since = changed.events.slice(changed.events.indexOf(asked) + 1);
    const { due = Number.POSITIVE_INFINITY } = changed;
    const nudged = since.some(({ kind }) => kind === 'nudged');
    const late = since.some((event) => REMINDS.has(event.kind) && event.at >= due);
    const alarms = changed.reason === 'urgent' && changed.state === 'waiting' && changed.delivery.opened === undefined;
    return [
      ...timer('nudge', nudged || late ? undefined : office.nudgeAt(asked.at)),
      ...timer('overdue', late ? undefined : changed.due),
      ...timer('urgent', alarms ? nextAlarm(changed, at) : undefined),
    ];
  }
  if (changed.state !== 'answered' && changed.state !== 'needs_more') return [];
  const warned = changed.events.at(-1)?.kind === 'warned';
  return warned ? timer('close', at + CLOSE_AFTER_MS - NOTICE_AFTER_MS) : timer('notice', at + NOTICE_AFTER_MS);
}

const REMINDS: ReadonlySet<string> = new Set(['nudged', 'passed']);

const ASKS: ReadonlySet<string> = new Set(['opened', 'followed_up', 'reopened', 'parted']);

/** The event from which the time for an answer counts. */
function lastAsked({ events }: Case): CaseEvent {
  const asked = events.findLast(({ kind }) => ASKS.has(kind)) ?? events[0];
  if (!asked) throw new Error('A case begins with an event.');
  return asked;
}
