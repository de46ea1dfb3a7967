import { clerkCaseReply, clerkCasesReply } from '../core/cases/case-replies';
import { changeCase } from '../core/cases/change-case';
import { chat } from '../core/conversation/card-replies';
import type { Case, Press, Turn } from '../core/model';
import { outgoingFor } from './outgoing';
import type { Surroundings, Visit } from './surroundings';

/** Why somebody may not act as clerk here: the name of a sentence. */
type Refusal = 'not_clerk' | 'not_clerk_channel';

/** The clerk pressed "send answer": the answer is saved with its outgoing messages, and the card shows the present state. */
export async function answerCase(visit: Visit, press: Press, given: Surroundings): Promise<Turn> {
  const { store, speaker, clock, wakeDelivery } = given;
  const refusal = await refuseAsClerk(visit, given);
  if (refusal) return chat(speaker.note(refusal));
  const found = await caseOf(visit, press, given);
  if (!found) return chat(speaker.note('no_such_case'));
  const text = press.data.answer?.trim();
  if (!text) return chat(speaker.note('wrong_answer_empty'));
  if (String(found.version) !== press.data.version) return shown(found, given);
  const changed = changeCase(found, { kind: 'answered', at: clock(), by: visit.from, text });
  if (!changed || !(await store.cases.change(changed, outgoingFor(changed), clock())))
    return shown((await caseOf(visit, press, given)) ?? found, given);
  wakeDelivery();
  return shown(changed, given);
}

/** The card as it stands now, in place of the pressed one. */
export async function showLatest(visit: Visit, press: Press, given: Surroundings): Promise<Turn> {
  const refusal = await refuseAsClerk(visit, given);
  if (refusal) return chat(given.speaker.note(refusal));
  const found = await caseOf(visit, press, given);
  return found ? shown(found, given) : chat(given.speaker.note('no_such_case'));
}

export async function listOpen(visit: Visit, _rest: string, given: Surroundings): Promise<Turn> {
  const refusal = await refuseAsClerk(visit, given);
  if (refusal) return chat(given.speaker.note(refusal));
  return chat(clerkCasesReply(await given.store.cases.unfinished(visit.tenant), given.speaker));
}

/** Only a listed clerk, in the linked channel, may act; both are taken from the verified activity, never from the card. */
export async function refuseAsClerk(visit: Visit, { store }: Surroundings): Promise<Refusal | undefined> {
  const channel = await store.desk.clerkChannel(visit.tenant);
  if (!channel?.clerkIds.includes(visit.from.id)) return 'not_clerk';
  return visit.conversation === channel.conversation ? undefined : 'not_clerk_channel';
}

function caseOf(visit: Visit, press: Press, { store }: Surroundings): Promise<Case | undefined> {
  return store.cases.byId(visit.tenant, press.data.caseId ?? '');
}

function shown(one: Case, given: Surroundings): Turn {
  return chat(clerkCaseReply(one, given.speaker));
}
