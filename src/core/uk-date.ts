const LONG = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', dateStyle: 'long' });

/** A day such as "2026-11-24" as it is said in the UK: "24 November 2026". */
export function ukDate(day: string): string {
  return LONG.format(Date.parse(`${day}T00:00:00Z`));
}
