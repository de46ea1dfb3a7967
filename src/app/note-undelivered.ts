import { type Case, THE_CLOCK } from '../core/cases/case';
import type { Speaker } from '../core/conversation/speaker';
import type { Outgoing } from './outbox-ports';
import type { Clock, Store } from './ports';
import { stepCase } from './step-case';

type Parts = {
  readonly store: Store;
  readonly speakerOf: (tenant: string) => Speaker | undefined;
  readonly clock: Clock;
};

/** Puts on the case that what the clerk said has not arrived, in one transaction with the end of the message. False when the case no longer wants to know. */
export async function noteUndelivered({ id, tenant, caseId, event }: Outgoing, parts: Parts): Promise<boolean> {
  const { store, speakerOf, clock } = parts;
  const office = speakerOf(tenant)?.office;
  for (;;) {
    const one = caseId === undefined ? undefined : await store.cases.byId(tenant, caseId);
    if (!one || !office || isAnsweredAnew(one, event)) return false;
    const change = stepCase(one, { kind: 'not_delivered', at: clock(), by: THE_CLOCK, event }, office);
    if (!change) return false;
    if (await store.cases.change([change], clock(), id)) return true;
    // Either the case was changed in this moment, or another instance has ended this message.
    const now = await store.cases.byId(tenant, one.id);
    if (now?.version === one.version) return true;
  }
}

/** The clerk has said something else since, on which it now depends. */
function isAnsweredAnew({ events }: Case, event: number): boolean {
  return events.slice(event + 1).some(({ kind }) => kind === 'answered' || kind === 'asked_more');
}
