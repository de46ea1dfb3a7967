import fc from 'fast-check';
import { changeCase, isOpen, mayAnswer } from '../../../src/core/cases/change-case';
import type { Case, CaseEvent, CaseState, Person } from '../../../src/core/model';

const mary: Person = { id: 'councillor-1', name: 'Mary Poole' };
const waiting: Case = {
  id: 'case-1',
  tenant: 'council-1',
  reference: 'C-0042',
  state: 'waiting',
  version: 1,
  reason: 'asked_for',
  councillor: mary,
  councillorAddress: 'v1:chat-1',
  question: 'May I film?',
  nearest: [],
  events: [{ kind: 'opened', at: 1, by: mary }],
};

/** Every state, with every event and the state that it leads to; undefined where it may not happen. */
const MOVES: { readonly [state in CaseState]: { readonly [kind in CaseEvent['kind']]: CaseState | undefined } } = {
  waiting: {
    opened: undefined,
    answered: 'answered',
    followed_up: 'waiting',
    closed: undefined,
    withdrawn: 'withdrawn',
  },
  answered: {
    opened: undefined,
    answered: 'answered',
    followed_up: 'followed_up',
    closed: 'closed',
    withdrawn: undefined,
  },
  followed_up: {
    opened: undefined,
    answered: 'answered',
    followed_up: 'followed_up',
    closed: 'closed',
    withdrawn: 'withdrawn',
  },
  closed: {
    opened: undefined,
    answered: undefined,
    followed_up: 'followed_up',
    closed: undefined,
    withdrawn: undefined,
  },
  withdrawn: {
    opened: undefined,
    answered: undefined,
    followed_up: undefined,
    closed: undefined,
    withdrawn: undefined,
  },
};
const STATES = Object.keys(MOVES) as readonly CaseState[];
const KINDS = Object.keys(MOVES.waiting) as readonly CaseEvent['kind'][];

const event = (kind: CaseEvent['kind'], at = 2): CaseEvent => ({ kind, at, by: mary, text: 'Words' });

describe('changeCase', () => {
  it.each(STATES.flatMap((state) => KINDS.map((kind) => [state, kind, MOVES[state][kind]] as const)))(
    'a case that is %s and then %s becomes %s',
    (state, kind, next) => {
      const before: Case = { ...waiting, state };
      expect(changeCase(before, event(kind))).toEqual(
        next && { ...before, state: next, version: 2, events: [...before.events, event(kind)] },
      );
    },
  );

  it('leaves the case before the event as it was', () => {
    const before = structuredClone(waiting);
    changeCase(waiting, event('answered'));
    expect(waiting).toEqual(before);
  });

  it('whatever happens: only known states, one version and one event more each time, and nothing else changes', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...KINDS), { maxLength: 40 }), (kinds) => {
        let current = waiting;
        for (const [at, kind] of kinds.entries()) {
          const next = changeCase(current, event(kind, at));
          expect(next?.state).toBe(MOVES[current.state][kind]);
          if (!next) continue;
          const { state, version, events, ...others } = next;
          const { state: _state, version: before, events: past, ...same } = current;
          expect(STATES).toContain(state);
          expect(version).toBe(before + 1);
          expect(events).toEqual([...past, event(kind, at)]);
          expect(others).toEqual(same);
          current = next;
        }
        expect(current.version).toBe(current.events.length);
      }),
    );
  });

  it('nothing more happens to a withdrawn case', () => {
    fc.assert(
      fc.property(fc.constantFrom(...KINDS), (kind) => {
        expect(changeCase({ ...waiting, state: 'withdrawn' }, event(kind))).toBeUndefined();
      }),
    );
  });
});

it.each([
  ['waiting', true, true],
  ['followed_up', true, true],
  ['answered', false, true],
  ['closed', false, false],
  ['withdrawn', false, false],
] as const)('a case that is %s: somebody waits %s, the clerk may answer %s', (state, open, answerable) => {
  const one: Case = { ...waiting, state };
  expect([isOpen(one), mayAnswer(one)]).toEqual([open, answerable]);
});
