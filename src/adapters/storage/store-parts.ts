import type { Kysely } from 'kysely';
import type { Store } from '../../app/ports';
import { accessLog } from './access-log';
import { caseStore } from './case-store';
import { deskStore } from './desk-store';
import { guidanceStore } from './guidance-store';
import { nextNumber } from './next-number';
import { outbox } from './outbox';
import { personStore } from './person-store';
import { recordStore } from './record-store';
import { seenStore } from './seen-store';
import type { Tables } from './tables';
import { tallies } from './tallies';
import { timers } from './timers';

/** Everything that is kept, on a database whose tables exist, whichever engine it is. */
export function storeParts(db: Kysely<Tables>): Omit<Store, 'backup' | 'close'> {
  return {
    cases: caseStore(db),
    outbox: outbox(db),
    desk: deskStore(db),
    people: personStore(db),
    seen: seenStore(db),
    timers: timers(db),
    guidance: guidanceStore(db),
    tallies: tallies(db),
    records: recordStore(db),
    access: accessLog(db),
    probe: async () => void (await db.transaction().execute((trx) => nextNumber(trx, '', 'probe'))),
  };
}
