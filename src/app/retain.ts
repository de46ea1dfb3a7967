import { keptSince } from '../core/cases/retention';
import type { RecordSettings } from '../core/council';
import type { Clock, Store } from './ports';
import type { KeptSince } from './record-ports';
import { wipingOf } from './wiping-of';

const BATCH = 100;
const DAY_MS = 24 * 60 * 60_000;

/** Keys of messages that were seen are of use for minutes; the store promises a week. */
const PASSING_DAYS = 7;

export type RetainParts = {
  readonly store: Pick<Store, 'records'>;
  readonly settings: RecordSettings;
  readonly clock: Clock;
};

/** How many cases lost their words, and how many messages, lines of the access log and passing marks were removed. */
export type Retained = { readonly cases: number; readonly rows: number };

/**
 * Removes what a council no longer keeps: the words of cases that ended long ago, unless they are on hold, and rows that have grown old.
 * In batches, so that nothing waits long for it. Done again, it finds nothing.
 */
export async function retain(tenant: string, { store, settings, clock }: RetainParts): Promise<Retained> {
  const { records } = store;
  const now = clock();
  const before = keptSince(now, settings.casesMonths);
  let cases = 0;
  for (;;) {
    const ended = await records.ended(tenant, before, BATCH);
    const wiped = await records.wipe(
      ended.map((one) => wipingOf(one, now)),
      now,
    );
    cases += wiped.length;
    // None of them: each was changed in this moment, and is looked at again the next time.
    if (wiped.length === 0) break;
  }
  const since = keptSinceOf(settings, now);
  let rows = 0;
  for (;;) {
    const cleared = await records.clear(tenant, since, BATCH);
    if (cleared === 0) return { cases, rows };
    rows += cleared;
  }
}

/** The moments that go with the settings; `now` in milliseconds since 1970 UTC. */
export function keptSinceOf({ accessLogMonths, outboxDays }: RecordSettings, now: number): KeptSince {
  return {
    outbox: now - outboxDays * DAY_MS,
    accessLog: keptSince(now, accessLogMonths),
    passing: now - PASSING_DAYS * DAY_MS,
  };
}
