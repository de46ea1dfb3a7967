import fc from 'fast-check';
import { closingStep, quietDays } from '../../../src/core/cases/closing-step';

const at = (text: string) => Date.parse(text);
const SINCE = at('2026-11-01T23:50Z');

describe('a quiet case', () => {
  it.each([
    ['waits on its first day', '2026-11-01T23:55Z', undefined, 'wait'],
    ['waits on the tenth day', '2026-11-11T23:59Z', undefined, 'wait'],
    ['gives notice on the eleventh day', '2026-11-12T00:00Z', undefined, 'notice'],
    ['gives its notice late rather than never', '2026-12-24T09:00Z', undefined, 'notice'],
    ['waits after its notice', '2026-11-14T23:59Z', '2026-11-12T09:00Z', 'wait'],
    ['closes on the fourteenth day', '2026-11-15T00:00Z', '2026-11-12T09:00Z', 'close'],
    ['closes three days after a late notice', '2026-12-27T00:00Z', '2026-12-24T09:00Z', 'close'],
    ['does not close before that', '2026-12-26T23:59Z', '2026-12-24T09:00Z', 'wait'],
    ['begins anew when something happens after the notice', '2026-11-20T09:00Z', '2026-11-01T23:00Z', 'notice'],
  ])('%s', (_, now, noticed, step) => {
    const quiet = { since: SINCE, ...(noticed !== undefined && { noticedAt: at(noticed) }) };
    expect(closingStep(quiet, at(now))).toBe(step);
  });

  it.each([
    ['from an evening to the next morning', '2026-11-01T23:50Z', '2026-11-02T00:10Z', 1],
    ['over the day of 23 hours', '2026-03-28T12:00Z', '2026-03-30T11:00Z', 2],
    ['over the day of 25 hours', '2026-10-24T11:00Z', '2026-10-26T12:00Z', 2],
    ['by the midnight of the summer', '2026-07-01T22:59Z', '2026-07-01T23:00Z', 1],
    ['within a day', '2026-11-01T00:00Z', '2026-11-01T23:59Z', 0],
  ])('counts its days %s', (_, from, to, days) => {
    expect(quietDays(at(from), at(to))).toBe(days);
  });

  it('never closes without a notice, nor less than three days after it', () => {
    const later = fc.integer({ min: 0, max: 60 * 24 * 60 }).map((minutes) => minutes * 60_000);
    fc.assert(
      fc.property(later, later, (notice, now) => {
        expect(closingStep({ since: SINCE }, SINCE + now)).not.toBe('close');
        if (closingStep({ since: SINCE, noticedAt: SINCE + notice }, SINCE + now) === 'close')
          expect(now - notice).toBeGreaterThan(2 * 86_400_000);
      }),
    );
  });
});
