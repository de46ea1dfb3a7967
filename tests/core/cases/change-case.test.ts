import fc from 'fast-check';
import type { Case, CaseEvent, CaseState } from '../../../src/core/cases/case';
import { changeCase, holderOf, isOpen, isUnfinished, mayHappen, passedTo } from '../../../src/core/cases/change-case';
import { ANN, aCase, KEN, MARY } from './a-case';

/** Every state, with the events that may happen in it and the state that each leads to. What is not here may not happen. */
const MOVES: { readonly [state in CaseState]: { readonly [kind in CaseEvent['kind']]?: CaseState } } = {
  waiting: {
    taken: 'taken',
    passed: 'waiting',
    nudged: 'waiting',
    asked_more: 'needs_more',
    answered: 'answered',
    followed_up: 'waiting',
    parted: 'waiting',
    noted: 'waiting',
    closed: 'closed',
    withdrawn: 'withdrawn',
  },
  taken: {
    taken_over: 'taken',
    handed_back: 'waiting',
    passed: 'waiting',
    nudged: 'taken',
    asked_more: 'needs_more',
    answered: 'answered',
    followed_up: 'taken',
    parted: 'taken',
    noted: 'taken',
    closed: 'closed',
    withdrawn: 'withdrawn',
  },
  needs_more: {
    taken_over: 'needs_more',
    asked_more: 'needs_more',
    answered: 'answered',
    followed_up: 'followed_up',
    noted: 'needs_more',
    warned: 'needs_more',
    closed: 'closed',
    withdrawn: 'withdrawn',
    not_delivered: 'not_delivered',
  },
  answered: {
    asked_more: 'needs_more',
    answered: 'answered',
    followed_up: 'followed_up',
    noted: 'answered',
    warned: 'answered',
    closed: 'closed',
    not_delivered: 'not_delivered',
  },
  followed_up: {
    taken: 'taken',
    taken_over: 'taken',
    handed_back: 'followed_up',
    passed: 'followed_up',
    nudged: 'followed_up',
    asked_more: 'needs_more',
    answered: 'answered',
    followed_up: 'followed_up',
    noted: 'followed_up',
    closed: 'closed',
    withdrawn: 'withdrawn',
  },
  not_delivered: {
    asked_more: 'needs_more',
    answered: 'answered',
    followed_up: 'followed_up',
    noted: 'not_delivered',
    closed: 'closed',
    withdrawn: 'withdrawn',
  },
  closed: { followed_up: 'followed_up', noted: 'closed', reopened: 'waiting', not_delivered: 'not_delivered' },
  withdrawn: { noted: 'withdrawn', reopened: 'waiting' },
};
const STATES = Object.keys(MOVES) as readonly CaseState[];

const EVENTS: { readonly [kind in CaseEvent['kind']]: (at: number) => CaseEvent } = {
  opened: (at) => ({ kind: 'opened', at, by: MARY }),
  taken: (at) => ({ kind: 'taken', at, by: ANN }),
  taken_over: (at) => ({ kind: 'taken_over', at, by: KEN }),
  handed_back: (at) => ({ kind: 'handed_back', at, by: ANN }),
  passed: (at) => ({ kind: 'passed', at, by: ANN, to: KEN, why: 'asked' }),
  nudged: (at) => ({ kind: 'nudged', at, by: ANN }),
  asked_more: (at) => ({ kind: 'asked_more', at, by: ANN, text: 'Where?' }),
  answered: (at) => ({ kind: 'answered', at, by: ANN, text: 'No.' }),
  followed_up: (at) => ({ kind: 'followed_up', at, by: MARY, text: 'And on Sunday?' }),
  parted: (at) => ({ kind: 'parted', at, by: MARY }),
  noted: (at) => ({ kind: 'noted', at, by: ANN, text: 'Told the monitoring officer.' }),
  warned: (at) => ({ kind: 'warned', at, by: ANN }),
  closed: (at) => ({ kind: 'closed', at, by: MARY, why: 'thanks' }),
  reopened: (at) => ({ kind: 'reopened', at, by: MARY }),
  withdrawn: (at) => ({ kind: 'withdrawn', at, by: MARY }),
  not_delivered: (at) => ({ kind: 'not_delivered', at, by: ANN, event: 1 }),
};
const KINDS = Object.keys(EVENTS) as readonly CaseEvent['kind'][];

describe('changeCase', () => {
  it.each(STATES.flatMap((state) => KINDS.map((kind) => [state, kind, MOVES[state][kind]] as const)))(
    'a case that is %s and then %s becomes %s',
    (state, kind, next) => {
      const before = aCase({ state });
      const event = EVENTS[kind](2);
      expect(mayHappen(before, kind)).toBe(next !== undefined);
      expect(changeCase(before, event)).toEqual(
        next && { ...before, state: next, version: 2, events: [...before.events, event] },
      );
    },
  );

  it('leaves the case before the event as it was', () => {
    const before = aCase();
    changeCase(before, EVENTS.answered(2));
    expect(before).toEqual(aCase());
  });

  it('whatever happens: only known states, one version and one event more each time, and nothing else changes', () => {
    fc.assert(
      fc.property(sequences, (kinds) => {
        let current: Case = aCase();
        for (const [at, kind] of kinds.entries()) {
          const next = changeCase(current, EVENTS[kind](at));
          expect(next?.state).toBe(MOVES[current.state][kind]);
          if (!next) continue;
          const { state, version, events, ...others } = next;
          const { state: _state, version: before, events: past, ...same } = current;
          expect(STATES).toContain(state);
          expect(version).toBe(before + 1);
          expect(events).toEqual([...past, EVENTS[kind](at)]);
          expect(others).toEqual(same);
          current = next;
        }
        expect(current.version).toBe(current.events.length);
      }),
    );
  });

  it('whatever happens: a case is open, finished, or waits for the councillor, and only an unfinished one is held', () => {
    fc.assert(
      fc.property(sequences, (kinds) => {
        const current = kinds.reduce<Case>((one, kind) => changeCase(one, EVENTS[kind](2)) ?? one, aCase());
        if (isOpen(current)) expect(isUnfinished(current)).toBe(true);
        if (holderOf(current)) expect(isUnfinished(current)).toBe(true);
        if (current.state === 'taken') expect(holderOf(current)).toBeDefined();
        expect(isUnfinished(current)).toBe(current.state !== 'closed' && current.state !== 'withdrawn');
      }),
    );
  });

  it('from every state there is a way to an answer or back to the clerk: nobody is left without one', () => {
    for (const state of STATES) {
      const reachable = new Set<CaseState>([state]);
      for (const from of reachable) for (const next of Object.values(MOVES[from])) reachable.add(next);
      expect([state, reachable.has('answered')]).toEqual([state, true]);
    }
  });
});

const sequences = fc.array(fc.constantFrom(...KINDS), { maxLength: 40 });

describe('who has a case', () => {
  const happened = (...kinds: readonly CaseEvent['kind'][]) =>
    kinds.reduce<Case>((one, kind) => {
      const next = changeCase(one, EVENTS[kind](2));
      if (!next) throw new Error(`${one.state} cannot be ${kind}`);
      return next;
    }, aCase());

  it.each<[string, readonly CaseEvent['kind'][], string | undefined]>([
    ['nobody, at first', [], undefined],
    ['the clerk who took it', ['taken'], ANN.name],
    ['the clerk who took it over', ['taken', 'taken_over'], KEN.name],
    ['nobody, after it was handed back', ['taken', 'handed_back'], undefined],
    ['nobody, after it was passed on', ['taken', 'passed'], undefined],
    ['the clerk who took it, while the councillor is asked for more', ['taken', 'asked_more'], ANN.name],
    ['the clerk who took it, after the councillor asked more', ['taken', 'answered', 'followed_up'], ANN.name],
    ['nobody, when it is closed', ['taken', 'answered', 'closed'], undefined],
    ['nobody, when it was opened again', ['taken', 'answered', 'closed', 'reopened'], undefined],
    ['nobody, when it was opened again and answered', ['taken', 'closed', 'reopened', 'answered'], undefined],
  ])('is %s', (_who, kinds, holder) => {
    expect(holderOf(happened(...kinds))?.name).toBe(holder);
  });

  it('is known when it was passed to somebody who has not taken it yet', () => {
    expect(passedTo(happened('passed'))).toEqual(KEN);
    expect(passedTo(happened('passed', 'taken'))).toBeUndefined();
    expect(passedTo(aCase())).toBeUndefined();
  });
});
