import type { Plan } from '../../../src/app/outbox-ports';
import type { NewCase, Opening, Store } from '../../../src/app/ports';
import type { Wiping } from '../../../src/app/record-ports';
import { wipingOf } from '../../../src/app/wiping-of';
import type { Case, CaseEvent } from '../../../src/core/cases/case';
import { type ChangedCase, changeCase } from '../../../src/core/cases/change-case';
import type { Person } from '../../../src/core/model';

export const COUNCIL_ID = 'council-1';
export const MARY: Person = { id: 'id-mary-canary', name: 'Mary Canary' };
export const ANN: Person = { id: 'id-ann', name: 'Ann Clerk' };

/** A word that is in everything that people typed or are called in these samples. */
export const CANARY = /canary/iu;

/** A question with a draft, in which every text holds the canary. */
export function askedCase(id: string, changes: Partial<NewCase> = {}): NewCase {
  return {
    id,
    requestId: `request-${id}`,
    tenant: COUNCIL_ID,
    reason: 'not_settled',
    desk: 'clerk',
    councillor: MARY,
    councillorAddress: 'v1:chat-canary',
    question: 'May I film the canary?',
    draft: 'The canary sings.',
    about: { wanted: 'today', flags: [{ rule: 'abuse', words: 'canary' }] },
    nearest: ['golden-rule'],
    soundsLike: 'It sounds like a canary.',
    ...changes,
  };
}

const ALONE: Omit<Opening, 'at'> = {
  joins: () => false,
  plan: ({ id, tenant, councillor }) => ({
    outgoing: [
      message(id, { tenant, lane: `case:${id}` }),
      message(`${id}-told`, { tenant, caseId: id, lane: `to:${councillor.id}` }),
    ],
    timers: [],
  }),
};

function message(id: string, more: { readonly tenant: string; readonly lane: string; readonly caseId?: string }) {
  return { id: `${id}:message`, caseId: id, kind: 'clerk-post', event: 0, target: more.lane, ...more } as const;
}

const NOTHING: Plan = { outgoing: [], timers: [] };

/** The case one step on. */
export async function stepped(store: Store, one: Case, event: CaseEvent): Promise<ChangedCase> {
  const changed = changeCase(one, event);
  if (!changed || !(await store.cases.change([{ changed, plan: NOTHING }], event.at)))
    throw new Error(`${one.reference} could not be ${event.kind}.`);
  return changed;
}

export async function openedCase(store: Store, id: string, changes: Partial<NewCase> = {}): Promise<Case> {
  return (await store.cases.open(askedCase(id, changes), { ...ALONE, at: 1 })).case;
}

/** A case that was answered and closed at a moment. */
export async function closedCase(
  store: Store,
  id: string,
  { at = 100, ...changes }: Partial<NewCase> & { readonly at?: number } = {},
): Promise<Case> {
  const opened = await openedCase(store, id, changes);
  const passed = await stepped(store, opened, { kind: 'passed', at: at - 2, by: ANN, to: MARY, why: 'asked' });
  const text = 'Leave the canary alone.';
  const answered = await stepped(store, passed, { kind: 'answered', at: at - 1, by: ANN, text });
  return stepped(store, answered, { kind: 'closed', at, by: passed.councillor, why: 'thanks' });
}

export function wipings(cases: readonly Case[], at: number): readonly Wiping[] {
  return cases.map((one) => wipingOf(one, at));
}

/** A clerk's channel that somebody linked. */
export function linkChannelOf(
  store: Store,
  linkedBy: Person,
  clerkIds: readonly string[] = [linkedBy.id],
): Promise<void> {
  const channel = { address: 'v1:channel', conversation: 'channel', linkedBy, clerkIds };
  return store.desk.linkChannel(COUNCIL_ID, channel, 1);
}
