import { z } from 'zod';
import type { Hours, OfficeSettings, Week } from './core/council';

const HOURS = /^(?<fromHour>\d{1,2}):(?<fromMinute>[0-5]\d)\s?-\s?(?<toHour>\d{1,2}):(?<toMinute>[0-5]\d)$/u;
const LAST_MINUTE = 23 * 60 + 59;
const NO_HOURS = 'is not a time from one hour to another, such as "09:00-13:00"';
const OFFICE_HOURS = '09:00-17:00';

const words = { invalid_type_error: 'is not text. Put it in quotes' };
const day = z
  .string(words)
  .trim()
  .refine((text) => /^\d{4}-\d{2}-\d{2}$/u.test(text) && isDay(text), 'is not a day such as 2027-05-06');

/** The first and the last of some days. */
export const days = z
  .object({ from: day, to: day })
  .strict()
  .refine(({ from, to }) => from <= to, 'ends before it begins');

const hours = z.string({ invalid_type_error: NO_HOURS }).transform((text, context): Hours => {
  const read = readHours(text.trim());
  if (read) return read;
  context.addIssue({ code: 'custom', message: NO_HOURS });
  return z.NEVER;
});
const dayHours = z
  .preprocess((value) => (Array.isArray(value) ? value : [value]), z.array(hours))
  .refine(areApart, 'overlap, or are not in order')
  .optional();

/** The hours of each working day: "09:00-13:00", or a list for a day with a break. */
export const week = z
  .object({
    monday: dayHours,
    tuesday: dayHours,
    wednesday: dayHours,
    thursday: dayHours,
    friday: dayHours,
    saturday: dayHours,
    sunday: dayHours,
  })
  .strict()
  .transform((read): Week => read);

/** The clerk's clock. All of it may be left out: an office that says nothing works from Monday to Friday and answers in two days. */
export const officeSettings = z
  .object({
    hours: week.default({
      monday: OFFICE_HOURS,
      tuesday: OFFICE_HOURS,
      wednesday: OFFICE_HOURS,
      thursday: OFFICE_HOURS,
      friday: OFFICE_HOURS,
    }),
    bank_holidays: z.enum(['england-and-wales', 'scotland', 'northern-ireland', 'none']).default('england-and-wales'),
    closed: z.array(days).default([]),
    answer_within_days: z.number().int().min(1).max(20).default(2),
    nudge: z.boolean().default(true),
  })
  .strict()
  .default({})
  .transform(
    ({ bank_holidays: bankHolidays, answer_within_days: answerWithinDays, ...same }): OfficeSettings => ({
      bankHolidays,
      answerWithinDays,
      ...same,
    }),
  );

function isDay(text: string): boolean {
  const at = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}

function readHours(text: string): Hours | undefined {
  const { fromHour, fromMinute, toHour, toMinute } = HOURS.exec(text)?.groups ?? {};
  const from = Number(fromHour) * 60 + Number(fromMinute);
  const to = Number(toHour) * 60 + Number(toMinute);
  return from < to && to <= LAST_MINUTE ? { from, to } : undefined;
}

function areApart(read: readonly Hours[]): boolean {
  return read.every(({ from }, at) => at === 0 || from >= (read[at - 1]?.to ?? 0));
}
