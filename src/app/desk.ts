import type { Case, CaseEvent } from '../core/cases/case';
import { holderOf } from '../core/cases/change-case';
import { caseDeskReply, clerkCaseReply, clerkCasesReply } from '../core/cases/clerk-replies';
import { chat } from '../core/conversation/card-replies';
import type { Press } from '../core/model';
import type { Turn } from '../core/reply';
import { adoptCard } from './adopt-card';
import { ACTS, type Act } from './desk-acts';
import { joinedWith } from './joined-with';
import { noteViews } from './note-views';
import type { Change } from './ports';
import { isAlternate, refuseAsClerk, refuseAtDesk } from './refuse-at-desk';
import { stepCase } from './step-case';
import type { Surroundings, Visit } from './surroundings';

const MOST_LISTED = 5;

/** How a case is named: by the id on a card, or by the reference that was typed. */
export type CaseName = { readonly caseId: string } | { readonly reference: string };

/** What a clerk wants done with a case. `version` is that of the card that was pressed; typed commands have none. */
export type DeskRequest = {
  readonly act: Act;
  readonly name: CaseName;
  readonly version?: string;
  readonly text: string;
  /** Whom to pass it to, or with what it ends. */
  readonly choice?: string;
  readonly surface?: Press['surface'];
};

type Shown = { readonly surface?: Press['surface'] | undefined; readonly news?: string; readonly typed?: string };

/** Does one thing with a case and shows the card as it then stands. Nothing that was typed is lost: it stands in the box again. */
export async function actOnCase(visit: Visit, wanted: DeskRequest, given: Surroundings): Promise<Turn> {
  const { store, speaker, clock, wakeDelivery } = given;
  const { surface, text } = wanted;
  const one = await findLeading(visit, wanted, given);
  const refusal = await refuseAtDesk(visit, one, given);
  if (refusal !== undefined || !one) return chat(speaker.note(refusal ?? 'no_case_here'));
  await adoptCard(visit, one, { ...wanted, store });
  const act = ACTS[wanted.act];
  const { desk } = one;
  const { council } = speaker;
  const event = act.event({ ...wanted, at: clock(), by: visit.from, choice: wanted.choice, council, desk });
  const done = (now: Case) => {
    const news = speaker.say(`done_${wanted.act}`, { reference: one.reference });
    // What stood in the box of a card and was not needed for this stands there still.
    const typed = wanted.version === undefined || (event && 'text' in event) ? '' : text;
    return showCase(visit, now, { surface, news, typed }, given);
  };
  const refuse = (now: Case, why: string) =>
    showCase(visit, now, { surface, news: speaker.say(why, { name: holderOf(now)?.name ?? '' }), typed: text }, given);
  if (isRepeated(one, wanted, event)) return done(one);
  if (!act.free && heldByAnother(one, visit)) return refuse(one, 'already_taken');
  if (wanted.version !== undefined && wanted.version !== String(one.version)) return refuse(one, 'card_out_of_date');
  if (act.needsText && text === '') return refuse(one, 'wrong_answer_empty');
  if (event === undefined) return refuse(one, desk === 'alternate' ? 'no_clerk_for_this' : 'no_deputy');
  const changes = await changesFor(one, event, given);
  if (!changes) return refuse(one, 'not_possible_now');
  if (!(await store.cases.change(changes, clock()))) {
    const now = (await findLeading(visit, wanted, given)) ?? one;
    // Another councillor joined in this moment: now with them.
    if (now.version === one.version) return actOnCase(visit, wanted, given);
    if (isRepeated(now, wanted, event)) return done(now);
    return refuse(now, heldByAnother(now, visit) ? 'already_taken' : 'card_out_of_date');
  }
  wakeDelivery();
  return done(changes[0]?.changed ?? one);
}

/** The card as it stands now, in place of the pressed one; in a dialog with everything that can be done. */
export async function openCaseAtDesk(
  visit: Visit,
  name: CaseName,
  shown: { readonly surface?: Press['surface'] | undefined },
  given: Surroundings,
): Promise<Turn> {
  const one = await findCase(visit, name, given);
  const refusal = await refuseAtDesk(visit, one, given);
  if (refusal !== undefined || !one) return chat(given.speaker.note(refusal ?? 'no_case_here'));
  await given.store.cases.markOpened(one.tenant, one.id, given.clock());
  return showCase(visit, one, shown, given);
}

export async function listOpen(visit: Visit, _rest: string, given: Surroundings): Promise<Turn> {
  const { store, speaker } = given;
  const desk = isAlternate(visit, given) ? 'alternate' : 'clerk';
  const refusal = desk === 'clerk' ? await refuseAsClerk(visit, given) : undefined;
  if (refusal !== undefined) return chat(speaker.note(refusal));
  const cases = await store.cases.waiting(visit.tenant, desk, MOST_LISTED);
  return chat(clerkCasesReply(cases, await store.cases.countWaiting(visit.tenant, desk), speaker));
}

/** Teams delivers some presses twice: the second finds its own work done. Other words on the same old card are no second press. */
function isRepeated(one: Case, { version }: DeskRequest, event: CaseEvent | undefined): boolean {
  const last = one.events.at(-1);
  if (!last || !event || version !== String(one.version - 1)) return false;
  return JSON.stringify({ ...event, at: last.at }) === JSON.stringify(last);
}

function heldByAnother(one: Case, visit: Visit): boolean {
  const holder = holderOf(one);
  return holder !== undefined && holder.id !== visit.from.id;
}

/** What reaches the councillor reaches everybody who waits with the same question, each in private. */
const FOR_ALL: ReadonlySet<CaseEvent['kind']> = new Set(['answered', 'asked_more', 'closed']);

/** The step of this case, and of those that are answered with it; undefined when it may not be taken now. */
async function changesFor(
  one: Case,
  event: CaseEvent,
  { store, speaker }: Surroundings,
): Promise<readonly Change[] | undefined> {
  const first = stepCase(one, event, speaker.office);
  if (!first) return undefined;
  const others = FOR_ALL.has(event.kind) ? await joinedWith(one, store) : [];
  return [first, ...others.flatMap((other) => stepCase(other, event, speaker.office) ?? [])];
}

/** A question that waits with another is answered with it, also when its own reference was typed. Only a note is about one of them alone. */
async function findLeading(visit: Visit, { act, name }: DeskRequest, given: Surroundings): Promise<Case | undefined> {
  const one = await findCase(visit, name, given);
  if (one?.joined === undefined || one.state !== 'waiting' || act === 'note') return one;
  return findCase(visit, { caseId: one.joined }, given);
}

function findCase(visit: Visit, name: CaseName, { store }: Surroundings): Promise<Case | undefined> {
  return 'caseId' in name
    ? store.cases.byId(visit.tenant, name.caseId)
    : store.cases.byReference(visit.tenant, name.reference);
}

async function showCase(visit: Visit, one: Case, { surface, news, typed }: Shown, given: Surroundings): Promise<Turn> {
  const joined = await joinedWith(one, given.store);
  await noteViews(visit, [one, ...joined], given);
  const desk = { joined, ...(news !== undefined && { news }), ...(typed && { typed }) };
  return chat(
    surface === 'dialog'
      ? caseDeskReply(one, { ...desk, viewer: visit.from }, given.speaker)
      : clerkCaseReply(one, desk, given.speaker),
  );
}
