import { dayAfter } from '../uk-days';
import type { Rota, Shift } from './rota';

/** After so many days without anybody on duty, a promise would be worth nothing. */
export const LONGEST_ABSENCE = 60;
/** Enough for twenty working days of somebody who works on one day a week, with a long leave between them. */
const FARTHEST = 400;

/** The shifts of each working day from a day on, in order. Ends when nobody is on duty for more than 60 days in a row, and after 400 days at the latest. */
export function* workingDays(rota: Rota, first: string): Generator<readonly Shift[]> {
  let absence = 0;
  for (let number = 0; number < FARTHEST && absence <= LONGEST_ABSENCE; number++) {
    const shifts = rota(dayAfter(first, number));
    absence = shifts.length > 0 ? 0 : absence + 1;
    if (shifts.length > 0) yield shifts;
  }
}
