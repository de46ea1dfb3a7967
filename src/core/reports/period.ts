import { monthOf } from './month-of';

/**
 * What a report covers. `token` names it as it can be typed: "2026-10", "2026-q4", "2026". `months` are those of it that are over, as
 * "2026-10", at least one: a month that still runs would tell from one day to the next what has just happened.
 */
export type Period = { readonly token: string; readonly months: readonly string[] };

/** The period of a token at a moment in milliseconds since 1970 UTC; undefined when none of its months is over. */
export function periodOf(token: string, at: number): Period | undefined {
  const running = monthOf(at);
  const months = monthsIn(token).filter((month) => month < running);
  return months.length === 0 ? undefined : { token, months };
}

/** The quarter of a month, the year of a quarter; undefined for a year. */
export function widerToken(token: string): string | undefined {
  const [year = '', part] = token.split('-');
  if (part === undefined) return undefined;
  return part.startsWith('q') ? year : `${year}-q${Math.ceil(Number(part) / 3)}`;
}

function monthsIn(token: string): readonly string[] {
  const [year = '', part] = token.split('-');
  const months = Array.from({ length: 12 }, (_, month) => `${year}-${String(month + 1).padStart(2, '0')}`);
  if (part === undefined) return months;
  if (!part.startsWith('q')) return months.filter((month) => month === token);
  const last = Number(part.slice(1)) * 3;
  return months.slice(last - 3, last);
}
