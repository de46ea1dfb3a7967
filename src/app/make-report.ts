import type { Speaker } from '../core/conversation/speaker';
import { buildReport } from '../core/reports/build-report';
import { type Period, periodOf } from '../core/reports/period';
import type { Report } from '../core/reports/report';
import { tallyCases } from '../core/reports/tally-cases';
import { ukMoment } from '../core/uk-moment';
import type { Store } from './ports';

type Parts = {
  readonly store: Pick<Store, 'cases' | 'tallies'>;
  readonly speaker: Speaker;
  /** Milliseconds since 1970 UTC. */
  readonly at: number;
};

/** The report on the period of a token; undefined when no month of it is over. */
export async function makeReport(tenant: string, token: string, parts: Parts): Promise<Report | undefined> {
  const { store, speaker, at } = parts;
  const period = periodOf(token, at);
  const year = periodOf(token.slice(0, 4), at);
  if (!period || !year) return undefined;
  const { council, knowledge } = speaker;
  const facts = await store.cases.factsOf(tenant, opening(year), at);
  const tallied = [
    ...(await store.tallies.of(tenant, year.months)),
    ...tallyCases(facts, council, knowledge.bankHolidays),
  ];
  return buildReport(period, { tallied, knowledge, at });
}

/** What was asked in a year may be answered in the next, so cases are looked at from the year before. */
function opening({ token }: Period): number {
  return ukMoment(`${Number(token) - 1}-01-01`, 0);
}
