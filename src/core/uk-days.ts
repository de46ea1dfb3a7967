import type { Weekday } from './model';

const LENGTH = 86_400_000;
const NAMES: readonly Weekday[] = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

/** The day `count` days after a day such as "2026-11-24". Clock changes do not matter: these are days, not hours. */
export function dayAfter(day: string, count: number): string {
  return new Date(startOf(day) + count * LENGTH).toISOString().slice(0, 10);
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
