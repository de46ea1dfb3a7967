import { caseStatusReply, consentReply, myCasesReply, notLinkedReply, receiptReply } from '../core/cases/case-replies';
import { changeCase } from '../core/cases/change-case';
import { chat } from '../core/conversation/card-replies';
import { readReference } from '../core/conversation/commands';
import type { Case, CaseEvent, CaseReason, Turn } from '../core/model';
import { outgoingFor } from './outgoing';
import type { ClerkChannel } from './ports';
import type { Surroundings, Visit } from './surroundings';

/** Shows exactly what would be sent and who could read it. Nothing leaves here. */
export async function previewCase(visit: Visit, typed: string, given: Surroundings): Promise<Turn> {
  const { store, speaker, sessions, newId } = given;
  const channel = await store.desk.clerkChannel(visit.tenant);
  if (!channel) return escalated(notLinkedReply(speaker));
  const { session } = visit;
  const reason: CaseReason = typed ? 'asked_for' : (session.reason ?? 'asked_for');
  const question =
    reason === 'urgent' ? speaker.say('urgent_question') : typed || session.question || speaker.say('draft_question');
  const ask = { requestId: newId(), question, ...(session.draft !== undefined && { draft: session.draft }) };
  sessions.set(visit.key, { ...session, consent: ask, reason });
  const readers = await readersOf(channel, given);
  return escalated(consentReply({ ...ask, name: visit.from.name, readers, reason }, speaker));
}

/** The councillor pressed "send": saves the case with its outgoing message, then says so. Pressing twice sends once. */
export async function sendCase(
  visit: Visit,
  sending: { readonly requestId: string; readonly question: string; readonly draft?: string },
  given: Surroundings,
): Promise<Turn> {
  const { store, speaker, sessions, find, clock, newId, wakeDelivery } = given;
  if (!(await store.desk.clerkChannel(visit.tenant))) return escalated(notLinkedReply(speaker));
  if (!sending.question.trim()) return chat(speaker.note('add_empty'));
  const { session } = visit;
  const nearest = session.nearest ?? (await nearestTo(sending.question, find));
  const opened = await store.cases.open(
    {
      id: newId(),
      tenant: visit.tenant,
      requestId: sending.requestId,
      reason: session.reason ?? 'asked_for',
      councillor: visit.from,
      councillorAddress: visit.address,
      question: sending.question.trim(),
      ...(sending.draft?.trim() && { draft: sending.draft.trim() }),
      nearest,
    },
    clock(),
  );
  wakeDelivery();
  sessions.forget(visit.key);
  return escalated(receiptReply(opened.case, speaker));
}

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
  if (!text) return chat(given.speaker.note('add_empty'));
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
  if (!changed || !(await store.cases.change(changed, outgoingFor(changed), clock())))
    return chat(caseStatusReply((await findMine(visit, rest, given)) ?? mine, speaker));
  wakeDelivery();
  return chat(speaker.note(step.done, { reference: mine.reference }));
}

/** Only the councillor who asked finds a case here; anybody else's does not exist for them. */
async function findMine(visit: Visit, rest: string, { store }: Surroundings): Promise<Case | undefined> {
  const reference = readReference(rest);
  if (reference === undefined) return undefined;
  const found = await store.cases.byReference(visit.tenant, reference);
  return found?.councillor.id === visit.from.id ? found : undefined;
}

/** Who can read the clerk's channel right now; the listed clerks, when the roster cannot be had. */
async function readersOf(channel: ClerkChannel, { messenger, speaker }: Surroundings): Promise<string> {
  const members = await messenger.membersOf(channel.address);
  if (members.length === 0)
    return speaker.say('readers', { names: speaker.council.clerks.map((clerk) => clerk.name).join(', ') });
  const names = members.map((member) => member.name).join(', ');
  return speaker.say('readers_counted', { count: String(members.length), names });
}

async function nearestTo(question: string, find: Surroundings['find']): Promise<readonly string[]> {
  const matches = await find(question);
  return matches.flatMap((match) => (match.kind === 'passage' ? [match.passage.id] : [])).slice(0, 1);
}

function escalated(reply: Turn['reply']): Turn {
  return { outcome: 'escalate', confidence: 1, passages: [], reply };
}
