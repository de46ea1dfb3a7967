import type { CaseEvent } from '../../../src/core/cases/case';
import { changeCase, mayHappen } from '../../../src/core/cases/change-case';
import { wipeCase } from '../../../src/core/cases/wipe-case';
import { PRIYA, SAM, sampleCase, TOM } from '../records/sample-case';

describe('a case without its words', () => {
  const before = sampleCase();
  const wiped = wipeCase(before, 5000);

  it('holds nothing that anybody typed, is called or is reached by', () => {
    const left = JSON.stringify(wiped);
    const typed = [before.question, before.draft, before.soundsLike, before.councillorAddress, 'Sign the petition'];
    const said = before.events.flatMap((event) => ('text' in event ? [event.text] : []));
    const people = [SAM, PRIYA, TOM].flatMap(({ id, name }) => [id, name]);
    const words = [...typed, ...said, ...people].map((one) => JSON.stringify(one).slice(1, -1));
    expect(words.filter((one) => left.includes(one))).toEqual([]);
  });

  it('keeps its reference, state, reason, times and what happened, one version on', () => {
    const { reference, state, reason, desk, nearest, due, delivery } = before;
    expect(wiped).toMatchObject({ reference, state, reason, desk, nearest, due, delivery, wiped: 5000, version: 8 });
    const happened = (events: readonly CaseEvent[]) => events.map(({ kind, at }) => [kind, at]);
    expect(happened(wiped.events)).toEqual(happened(before.events));
  });

  it('still tells what the councillor, a clerk and time itself did', () => {
    expect(wiped.events.map(({ by }) => by.id)).toEqual(
      ['councillor', 'clock', 'clerk', 'clerk', 'councillor', 'clerk', 'councillor'].map((who) =>
        who === 'clock' ? who : `wiped-${who}`,
      ),
    );
  });

  it.each(['reopened', 'noted', 'followed_up'] as const)('is over: it cannot be %s', (kind) => {
    expect(mayHappen(before, kind)).toBe(true);
    expect(mayHappen(wiped, kind)).toBe(false);
    expect(changeCase(wiped, { kind, at: 1, by: SAM, text: 'x' } as CaseEvent)).toBeUndefined();
  });
});
