const FORMAT = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  hour: 'numeric',
  minute: '2-digit',
  // Not `hour12`: with it Node 20 writes noon as 0:00pm.
  hourCycle: 'h12',
});

/** A moment as it is said in the UK: "Tuesday 24 November 2026, 10:05am". `at` is milliseconds since 1970 UTC. */
export function ukTime(at: number): string {
  const part = partsOf(at);
  const half = (part.get('dayPeriod') ?? '').replace(/\W/gu, '').toLowerCase();
  return `${part.get('weekday')} ${part.get('day')} ${part.get('month')} ${part.get('year')}, ${part.get('hour')}:${part.get('minute')}${half}`;
}

/** A day as it is promised in the UK, without its year: "Thursday 26 November". `at` is milliseconds since 1970 UTC. */
export function ukDayName(at: number): string {
  const part = partsOf(at);
  return `${part.get('weekday')} ${part.get('day')} ${part.get('month')}`;
}

const DAY = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London', dateStyle: 'short' });

/** The day in the UK, written so that days can be compared: "2026-11-24". `at` is milliseconds since 1970 UTC. */
export function ukDay(at: number): string {
  return DAY.format(at);
}

function partsOf(at: number): ReadonlyMap<string, string> {
  return new Map(FORMAT.formatToParts(at).map(({ type, value }) => [type, value]));
}
