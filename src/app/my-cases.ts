import { type Case, type CaseEvent, THE_CLOCK } from '../core/cases/case';
import { caseStatusReply, myCasesReply } from '../core/cases/councillor-replies';
import { sayAbout } from '../core/cases/say-about';
import { chat } from '../core/conversation/card-replies';
import { readReference, withoutReference } from '../core/conversation/commands';
import type { Turn } from '../core/reply';
import type { Change } from './ports';
import { stepCase } from './step-case';
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
  const text = withoutReference(rest);
  if (!text) return addNothing(visit, rest, given);
  return changeMine(visit, rest, given, {
    event: { kind: 'followed_up', at: given.clock(), by: visit.from, text },
    done: 'added',
  });
}

export async function closeMine(visit: Visit, rest: string, given: Surroundings): Promise<Turn> {
  return changeMine(visit, rest, given, {
    event: { kind: 'closed', at: given.clock(), by: visit.from, why: 'thanks' },
    done: 'closed',
  });
}

export async function withdrawMine(visit: Visit, rest: string, given: Surroundings): Promise<Turn> {
  return changeMine(visit, rest, given, {
    event: { kind: 'withdrawn', at: given.clock(), by: visit.from },
    done: 'withdrawn',
  });
}

export async function reopenMine(visit: Visit, rest: string, given: Surroundings): Promise<Turn> {
  return changeMine(visit, rest, given, {
    event: { kind: 'reopened', at: given.clock(), by: visit.from },
    done: 'reopened',
  });
}

/** The card with the clerk's answer stays in sight, though nothing was typed into its box. */
async function addNothing(visit: Visit, rest: string, given: Surroundings): Promise<Turn> {
  const { speaker } = given;
  const mine = await findMine(visit, rest, given);
  return chat(mine ? caseStatusReply(mine, speaker, speaker.say('add_empty')) : speaker.note('add_empty'));
}

type Step = { readonly event: CaseEvent; readonly done: string };

/** Shows the whole case afterwards: the reply takes the place of a card that may hold the clerk's answer. */
async function changeMine(visit: Visit, rest: string, given: Surroundings, step: Step): Promise<Turn> {
  const { store, speaker, clock, wakeDelivery } = given;
  const mine = await findMine(visit, rest, given);
  if (!mine) return chat(speaker.note('no_such_case'));
  const change = stepOfMine(mine, step.event, speaker);
  if (!change) return chat(caseStatusReply(mine, speaker, whyNot(step.event, speaker)));
  const changes = [change, ...(await partedFrom(mine, step.event, given))];
  // Somebody else changed the case in this very moment: the step is taken again from what the case is now, so that no words are lost.
  if (!(await store.cases.change(changes, clock()))) return changeMine(visit, rest, given, step);
  wakeDelivery();
  return chat(
    caseStatusReply(change.changed, speaker, sayAbout(mine, speaker)(step.done, { reference: mine.reference })),
  );
}

/** What was typed is shown again: the card in whose box it stood may be gone. */
function whyNot(event: CaseEvent, { say }: Surroundings['speaker']): string {
  return 'text' in event ? say('not_added', { words: event.text }) : say('not_possible_mine');
}

/** A councillor may end only what the clerk has answered: before that it is withdrawn. */
function stepOfMine(mine: Case, event: CaseEvent, { office }: Surroundings['speaker']): Change | undefined {
  if (event.kind === 'closed' && mine.state !== 'answered' && mine.state !== 'followed_up') return undefined;
  return stepCase(mine, event, office);
}

/** When the case with which others wait is withdrawn, each of them stands by itself. */
async function partedFrom(mine: Case, { kind, at }: CaseEvent, given: Surroundings): Promise<readonly Change[]> {
  if (kind !== 'withdrawn') return [];
  const others = await given.store.cases.joinedTo(mine.tenant, mine.id);
  return others.flatMap((other) => stepCase(other, { kind: 'parted', at, by: THE_CLOCK }, given.speaker.office) ?? []);
}

/** Only the councillor who asked finds a case here; anybody else's does not exist for them. */
async function findMine(visit: Visit, rest: string, { store }: Surroundings): Promise<Case | undefined> {
  const reference = readReference(rest);
  if (reference === undefined) return undefined;
  const found = await store.cases.byReference(visit.tenant, reference);
  return found?.councillor.id === visit.from.id ? found : undefined;
}
