/** After so many months a clerk may want to look at saved advice again; the usual one comes first. */
const MONTHS: readonly number[] = [12, 3, 6, 24];

/** The days on which advice may be due for review, the usual one first; `today` and they are written as "2026-11-24". */
export function reviewDays(today: string): readonly string[] {
  return MONTHS.map((months) => monthsAfter(today, months));
}

/** The same day of a later month, or its last day when it is shorter. */
function monthsAfter(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10);
}
