import { caseStatusReply, myCasesReply } from '../core/cases/case-replies';
import { changeCase } from '../core/cases/change-case';
import { chat } from '../core/conversation/card-replies';
import { readReference } from '../core/conversation/commands';
import type { Case, CaseEvent, Turn } from '../core/model';
import { outgoingFor } from './outgoing';
import type { Surroundings, Visit } from './surroundings';

export async function listMine(visit: Visit, _rest: string, given: Surroundings): Promise<Turn> {
  return chat(myCasesReply(await given.store.cases.ofCouncillor(visit.tenant, visit.from.id), given.speaker));
}

export async function showMine(visit: Visit, rest: string, given: Surroundings): Promise<Turn> {
  const mine = await findMine(visit, rest, given);
  return mine ? chat(caseStatusReply(mine, given.speaker)) : chat(given.speaker.note('no_such_case'));
}

/** "add C-0042 and what about Sunday": the words after the reference go into the clerk's thread. */
export async function addToMine(visit: Visit, rest: string, given: Surroundings): Promise<Turn> {
  const text = rest.replace(/^\s*c[\s-]{0,2}\d{1,6}[\s:,.-]*/iu, '').trim();
  if (!text) return addNothing(visit, rest, given);
  return changeMine(visit, rest, given, {
    event: { kind: 'followed_up', at: given.clock(), by: visit.from, text },
    done: 'added',
  });
}

export async function closeMine(visit: Visit, rest: string, given: Surroundings): Promise<Turn> {
  return changeMine(visit, rest, given, {
    event: { kind: 'closed', at: given.clock(), by: visit.from },
    done: 'closed',
  });
}

export async function withdrawMine(visit: Visit, rest: string, given: Surroundings): Promise<Turn> {
  return changeMine(visit, rest, given, {
    event: { kind: 'withdrawn', at: given.clock(), by: visit.from },
    done: 'withdrawn',
  });
}

/** The card with the clerk's answer stays in sight, though nothing was typed into its box. */
async function addNothing(visit: Visit, rest: string, given: Surroundings): Promise<Turn> {
  const { speaker } = given;
  const mine = await findMine(visit, rest, given);
  return chat(mine ? caseStatusReply(mine, speaker, speaker.say('add_empty')) : speaker.note('add_empty'));
}

/** Shows the whole case afterwards: the reply takes the place of a card that may hold the clerk's answer. */
async function changeMine(
  visit: Visit,
  rest: string,
  given: Surroundings,
  step: { readonly event: CaseEvent; readonly done: string },
): Promise<Turn> {
  const { store, speaker, clock, wakeDelivery } = given;
  const mine = await findMine(visit, rest, given);
  if (!mine) return chat(speaker.note('no_such_case'));
  const changed = changeCase(mine, step.event);
  if (!changed) return chat(caseStatusReply(mine, speaker));
  // Somebody else changed the case in this very moment: the step is taken again from what the case is now, so that no words are lost.
  if (!(await store.cases.change(changed, outgoingFor(changed), clock()))) return changeMine(visit, rest, given, step);
  wakeDelivery();
  return chat(caseStatusReply(changed, speaker, speaker.say(step.done, { reference: mine.reference })));
}

/** Only the councillor who asked finds a case here; anybody else's does not exist for them. */
async function findMine(visit: Visit, rest: string, { store }: Surroundings): Promise<Case | undefined> {
  const reference = readReference(rest);
  if (reference === undefined) return undefined;
  const found = await store.cases.byReference(visit.tenant, reference);
  return found?.councillor.id === visit.from.id ? found : undefined;
}
