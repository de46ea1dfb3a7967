import type { Speaker } from '../conversation/speaker';
import { MONTH_NAMES } from './month-names';
import type { Period } from './period';

/** A period as it is said: "October 2026", "January to October 2026", "2026". */
export function periodName({ months }: Period, speaker: Speaker): string {
  const [first = '', last = first] = [months[0], months.at(-1)];
  const year = first.slice(0, 4);
  if (months.length === 12) return year;
  if (months.length === 1) return `${nameOf(first)} ${year}`;
  return speaker.say('report_months', { from: nameOf(first), to: nameOf(last), year });
}

function nameOf(month: string): string {
  return MONTH_NAMES[Number(month.slice(5)) - 1] ?? '';
}
