const NAME = new Intl.DateTimeFormat('en-GB', { month: 'long', timeZone: 'UTC' });

/** January to December, in order. */
export const MONTH_NAMES: readonly string[] = Array.from({ length: 12 }, (_, month) =>
  NAME.format(Date.UTC(2026, month, 1)),
);
