import type { BankHolidays } from '../council';
import { dayAfter } from '../uk-days';
import { ukDay } from '../uk-time';
import { LONGEST_ABSENCE } from './working-days';

/**
 * The last year of which the bank holidays are known, such as "2028", when the clerk's clock is about to look beyond it; else undefined.
 * `at` is milliseconds since 1970 UTC.
 */
export function holidaysRunOut(holidays: BankHolidays, at: number): string | undefined {
  const lastYear = holidays['england-and-wales'].at(-1)?.slice(0, 4) ?? '';
  return dayAfter(ukDay(at), LONGEST_ABSENCE) > `${lastYear}-12-31` ? lastYear : undefined;
}
