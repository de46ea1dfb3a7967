import type { Kysely } from 'kysely';
import type { Store } from '../../app/ports';
import { caseStore } from './case-store';
import { deskStore } from './desk-store';
import { guidanceStore } from './guidance-store';
import { outbox } from './outbox';
import { personStore } from './person-store';
import { seenStore } from './seen-store';
import type { Tables } from './tables';

/** Everything that is kept, on a database whose tables exist, whichever engine it is. */
export function storeParts(db: Kysely<Tables>): Omit<Store, 'close'> {
  return {
    cases: caseStore(db),
    outbox: outbox(db),
    desk: deskStore(db),
    people: personStore(db),
    seen: seenStore(db),
    guidance: guidanceStore(db),
  };
}
