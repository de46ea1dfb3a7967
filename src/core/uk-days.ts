import type { Weekday } from './council';

const LENGTH = 86_400_000;
const NAMES: readonly Weekday[] = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

/** The day `count` days after a day such as "2026-11-24". Clock changes do not matter: these are days, not hours. */
export function dayAfter(day: string, count: number): string {
  return new Date(startOf(day) + count * LENGTH).toISOString().slice(0, 10);
}

/** The same day of the month `count` calendar months later, or the last of that month where it has no such day: "2027-01-31", 1 -> "2027-02-28". */
export function monthsAfter(day: string, count: number): string {
  const at = new Date(startOf(day));
  const last = new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + count + 1, 0));
  last.setUTCDate(Math.min(at.getUTCDate(), last.getUTCDate()));
  return last.toISOString().slice(0, 10);
}

/** How many midnights lie between two days; less than 0 when `to` comes first. */
export function daysBetween(from: string, to: string): number {
  return (startOf(to) - startOf(from)) / LENGTH;
}

export function weekdayOf(day: string): Weekday {
  return NAMES[new Date(startOf(day)).getUTCDay()] ?? 'sunday';
}

function startOf(day: string): number {
  return Date.parse(`${day}T00:00:00Z`);
}
