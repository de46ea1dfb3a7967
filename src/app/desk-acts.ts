import type { CaseDesk, CaseEvent, CloseOutcome } from '../core/cases/case';
import type { Council } from '../core/council';
import type { Person } from '../core/model';

export type Act =
  | 'take'
  | 'take_over'
  | 'hand_back'
  | 'pass'
  | 'ask_more'
  | 'answer'
  | 'wording'
  | 'official_channel'
  | 'note'
  | 'close'
  | 'reopen';

type Asked = {
  readonly at: number;
  readonly by: Person;
  readonly text: string;
  /** Whom to pass it to, or with what it ends. */
  readonly choice: string | undefined;
  readonly council: Council;
  readonly desk: CaseDesk;
};

type ActRule = {
  readonly kind: CaseEvent['kind'];
  /** Without words there is nothing to do. */
  readonly needsText?: true;
  /** May be done though another clerk has taken the case. */
  readonly free?: true;
  /** Undefined when there is nobody to pass it to. */
  readonly event: (asked: Asked) => CaseEvent | undefined;
};

const OUTCOMES: readonly CloseOutcome[] = ['advised', 'official_channel', 'monitoring_officer', 'not_needed'];

/** What a clerk can do with a case. */
export const ACTS: { readonly [act in Act]: ActRule } = {
  take: { kind: 'taken', event: ({ at, by }) => ({ kind: 'taken', at, by }) },
  take_over: { kind: 'taken_over', free: true, event: ({ at, by }) => ({ kind: 'taken_over', at, by }) },
  hand_back: { kind: 'handed_back', event: ({ at, by }) => ({ kind: 'handed_back', at, by }) },
  pass: {
    kind: 'passed',
    event: ({ at, by, choice, council, desk }) => {
      // A question about the clerk goes to no clerk, whoever asks for it.
      const to = desk === 'clerk' ? colleague(council, by, choice) : undefined;
      return to && { kind: 'passed', at, by, to, why: 'asked' };
    },
  },
  ask_more: {
    kind: 'asked_more',
    needsText: true,
    event: ({ at, by, text }) => ({ kind: 'asked_more', at, by, text }),
  },
  answer: { kind: 'answered', needsText: true, event: ({ at, by, text }) => ({ kind: 'answered', at, by, text }) },
  wording: {
    kind: 'answered',
    needsText: true,
    event: ({ at, by, text }) => ({ kind: 'answered', at, by, text, form: 'wording' }),
  },
  official_channel: {
    kind: 'answered',
    event: ({ at, by, text }) => ({ kind: 'answered', at, by, text, form: 'official_channel' }),
  },
  note: { kind: 'noted', needsText: true, free: true, event: ({ at, by, text }) => ({ kind: 'noted', at, by, text }) },
  close: {
    kind: 'closed',
    event: ({ at, by, choice }) => ({
      kind: 'closed',
      at,
      by,
      why: OUTCOMES.find((outcome) => outcome === choice) ?? 'advised',
    }),
  },
  reopen: { kind: 'reopened', free: true, event: ({ at, by }) => ({ kind: 'reopened', at, by }) },
};

/** The clerk who was chosen, else a deputy, else anybody else on the list. */
function colleague({ clerks }: Council, by: Person, choice: string | undefined): Person | undefined {
  const others = clerks
    .map((clerk) => ({ deputy: clerk.deputy === true, id: clerk.id ?? clerk.email ?? clerk.name, name: clerk.name }))
    .filter(({ id }) => id !== by.id);
  const wanted = choice?.toLowerCase();
  const chosen =
    others.find(({ id, name }) => wanted !== undefined && (id === choice || name.toLowerCase() === wanted)) ??
    others.find(({ deputy }) => deputy) ??
    others[0];
  return chosen && { id: chosen.id, name: chosen.name };
}
