const MINUTE = 60_000;
const HOUR = 3_600_000;
const CLOCK = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', hour: '2-digit', hourCycle: 'h23' });

/**
 * The moment, in milliseconds since 1970 UTC, at which a clock in the UK shows so many minutes after midnight on a day such as "2026-11-24".
 * A time that the clocks show twice is the first of the two; one that they leave out is an hour later.
 */
export function ukMoment(day: string, minutes: number): number {
  const inWinter = Date.parse(`${day}T00:00:00Z`) + minutes * MINUTE;
  const inSummer = inWinter - HOUR;
  return isSummerTime(inSummer) ? inSummer : inWinter;
}

function isSummerTime(at: number): boolean {
  return Number(CLOCK.format(at)) !== new Date(at).getUTCHours();
}
