import { z } from 'zod';
import type { BankHolidays, Division } from './core/council';
import { readText } from './read-text-file';

const words = z.string().trim().min(1);
const date = words.refine((text) => new Date(`${text}T00:00:00Z`).toJSON() === `${text}T00:00:00.000Z`);
// Notes and bunting are kept as published, and not needed.
const event = z.object({ title: words, date, notes: z.string().optional(), bunting: z.boolean().optional() }).strict();
const division = (name: Division) =>
  z
    .object({
      division: z.literal(name),
      events: z.array(event).min(1),
    })
    .strict()
    .transform(({ events }) => events.map((one) => one.date))
    .refine(areInOrder);
const file = z
  .object({
    header: z.object({ source: words, page: words, dated: date, licence: words, note: words }).strict(),
    'england-and-wales': division('england-and-wales'),
    scotland: division('scotland'),
    'northern-ireland': division('northern-ireland'),
  })
  .strict()
  .transform(({ header: _header, ...divisions }): BankHolidays => divisions)
  .refine(endTogether);

/** Reads the bank holidays of the UK. Throws a sentence when the file is missing or is not the official one with our header. */
export function readBankHolidays(path: string): BankHolidays {
  const text = readText(path);
  try {
    return file.parse(JSON.parse(text));
  } catch {
    throw new Error(
      `${path}: this is not the list from https://www.gov.uk/bank-holidays.json with the header of the repository's file. Days stand in order, each once, and all three lists end with the same year.`,
    );
  }
}

function areInOrder(days: readonly string[]): boolean {
  return days.every((day, at) => at === 0 || (days[at - 1] ?? '') < day);
}

function endTogether(divisions: BankHolidays): boolean {
  return new Set(Object.values(divisions).map((days) => days.at(-1)?.slice(0, 4))).size === 1;
}
