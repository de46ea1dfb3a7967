import { MONTH_NAMES } from './month-names';
import { monthOf } from './month-of';

const TABLE = /\b(?:as )?(?:a )?(?:table|csv)$/u;

/** Whether the report is wanted as a table: "report October as a table". */
export function wantsTable(text: string): boolean {
  return TABLE.test(text.trim().toLowerCase());
}

/**
 * What stands after "report" as the token of a period: "October", "October 2025", "2026-10", "q3 2026", "quarter", "2026", "year".
 * Nothing means the last month. A month without its year is the latest that has begun. Undefined when it is none of these.
 */
export function readPeriod(text: string, at: number): string | undefined {
  const typed = text
    .trim()
    .toLowerCase()
    .replace(TABLE, '')
    .trimEnd()
    .replace(/^(?:for|of) /u, '')
    .replace(/^(?:the )?(?:last|latest|this) /u, '');
  for (const { form, token } of FORMS) {
    const match = form.exec(typed);
    const found = match && token(match, at);
    if (found) return found;
  }
  return undefined;
}

type Form = { readonly form: RegExp; readonly token: (match: RegExpExecArray, at: number) => string | undefined };

const FORMS: readonly Form[] = [
  { form: /^(?:month)?$/u, token: (_, at) => monthBefore(monthOf(at)) },
  { form: /^quarter$/u, token: (_, at) => quarterBefore(monthOf(at)) },
  { form: /^year$/u, token: (_, at) => monthBefore(monthOf(at)).slice(0, 4) },
  { form: /^20\d\d$/u, token: ([year]) => year },
  { form: /^20\d\d-(?:0[1-9]|1[0-2])$/u, token: ([month]) => month },
  { form: /^(20\d\d)[ -]?q([1-4])$/u, token: ([, year, quarter]) => `${year}-q${quarter}` },
  { form: /^q([1-4]) (20\d\d)$/u, token: ([, quarter, year]) => `${year}-q${quarter}` },
  { form: /^([a-z]{3,9})(?: (20\d\d))?$/u, token: ([, name = '', year], at) => namedMonth(name, year, at) },
];

function monthBefore(month: string): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return number === 1 ? `${year - 1}-12` : `${year}-${String(number - 1).padStart(2, '0')}`;
}

/** The quarter that ended last. */
function quarterBefore(month: string): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const quarter = Math.ceil(number / 3) - 1;
  return quarter === 0 ? `${year - 1}-q4` : `${year}-q${quarter}`;
}

function namedMonth(name: string, year: string | undefined, at: number): string | undefined {
  const number = MONTH_NAMES.findIndex((month) => month.toLowerCase().startsWith(name)) + 1;
  if (number === 0) return undefined;
  const running = monthOf(at);
  const behind = `-${String(number).padStart(2, '0')}`;
  if (year !== undefined) return year + behind;
  const thisYear = running.slice(0, 4) + behind;
  return thisYear <= running ? thisYear : String(Number(running.slice(0, 4)) - 1) + behind;
}
