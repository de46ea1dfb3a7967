import { dueDay } from '../cases/due-day';
import { createRota, type Rota } from '../cases/rota';
import type { BankHolidays, Council } from '../council';
import type { CaseFacts } from './case-facts';
import { monthOf } from './month-of';
import type { Tallied } from './tally';

/** How soon the desk first replied, in working days after the day of asking; `late`: after the promised day, or not at all by then. */
export type Reply = 'one_day' | 'two_days' | 'longer' | 'late';

/**
 * Cases as counts: why they came, in the month of asking, and how soon the desk replied, in the month in which that was settled. What is once
 * counted never changes. A case that the councillor ended before its day has no reply and is not late.
 */
export function tallyCases(
  facts: readonly CaseFacts[],
  council: Pick<Council, 'clerks' | 'office'>,
  holidays: BankHolidays,
): readonly Tallied<'reason' | 'reply'>[] {
  const rota = createRota(council, holidays);
  return facts.flatMap((one) => [
    { month: monthOf(one.opened), kind: 'reason', key: one.reason, count: 1 } as const,
    ...replyOf(one, rota, council.office.answerWithinDays),
  ]);
}

function replyOf(
  { opened, firstEnd }: CaseFacts,
  rota: Rota,
  promised: number,
): readonly (Tallied<'reply'> & { readonly key: Reply })[] {
  const due = endOfDay(rota, opened, promised);
  const counted = (key: Reply, at: number) => [{ month: monthOf(at), kind: 'reply', key, count: 1 } as const];
  if (due !== undefined && (firstEnd === undefined || firstEnd.at > due)) return counted('late', due);
  if (firstEnd?.by !== 'desk') return [];
  const within = (days: number) => firstEnd.at <= (endOfDay(rota, opened, days) ?? 0);
  return counted(within(1) ? 'one_day' : within(2) ? 'two_days' : 'longer', firstEnd.at);
}

function endOfDay(rota: Rota, opened: number, days: number): number | undefined {
  return dueDay(rota, opened, days)?.overdueAt;
}
