import type { Case, CaseEvent } from '../core/cases/case';
import { holderOf } from '../core/cases/change-case';
import { caseDeskReply, clerkCaseReply, clerkCasesReply } from '../core/cases/clerk-replies';
import { chat } from '../core/conversation/card-replies';
import type { Press, Turn } from '../core/model';
import { ACTS, type Act } from './desk-acts';
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
  const one = await findCase(visit, wanted.name, given);
  const refusal = await refuseAtDesk(visit, one, given);
  if (refusal !== undefined || !one) return chat(speaker.note(refusal ?? 'no_case_here'));
  const act = ACTS[wanted.act];
  const done = () => speaker.say(`done_${wanted.act}`, { reference: one.reference });
  const refuse = (now: Case, why: string) =>
    showCase(visit, now, { surface, news: speaker.say(why, { name: holderOf(now)?.name ?? '' }), typed: text }, given);
  if (isRepeated(one, visit, wanted)) return showCase(visit, one, { surface, news: done() }, given);
  if (!act.free && heldByAnother(one, visit)) return refuse(one, 'already_taken');
  if (wanted.version !== undefined && wanted.version !== String(one.version)) return refuse(one, 'card_out_of_date');
  if (act.needsText && text === '') return refuse(one, 'wrong_answer_empty');
  if (wanted.act === 'pass' && one.desk === 'alternate') return refuse(one, 'no_clerk_for_this');
  const event = act.event({ ...wanted, at: clock(), by: visit.from, choice: wanted.choice, council: speaker.council });
  if (event === undefined) return refuse(one, 'no_deputy');
  const changes = await changesFor(one, event, given);
  if (!changes) return refuse(one, 'not_possible_now');
  if (!(await store.cases.change(changes, clock()))) {
    const now = (await findCase(visit, wanted.name, given)) ?? one;
    // Another councillor joined in this moment: now with them.
    if (now.version === one.version) return actOnCase(visit, wanted, given);
    if (isRepeated(now, visit, wanted)) return showCase(visit, now, { surface, news: done() }, given);
    return refuse(now, heldByAnother(now, visit) ? 'already_taken' : 'card_out_of_date');
  }
  wakeDelivery();
  const now = changes[0]?.changed ?? one;
  return showCase(visit, now, { surface, news: done() }, given);
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

/** Teams delivers some presses twice: the second finds its own work done. */
function isRepeated(one: Case, visit: Visit, { act, version }: DeskRequest): boolean {
  const last = one.events.at(-1);
  return version === String(one.version - 1) && last?.kind === ACTS[act].kind && last.by.id === visit.from.id;
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
  const others = FOR_ALL.has(event.kind) ? await store.cases.joinedTo(one.tenant, one.id) : [];
  return [first, ...others.flatMap((other) => stepCase(other, event, speaker.office) ?? [])];
}

function findCase(visit: Visit, name: CaseName, { store }: Surroundings): Promise<Case | undefined> {
  return 'caseId' in name
    ? store.cases.byId(visit.tenant, name.caseId)
    : store.cases.byReference(visit.tenant, name.reference);
}

async function showCase(visit: Visit, one: Case, { surface, news, typed }: Shown, given: Surroundings): Promise<Turn> {
  const joined = await given.store.cases.joinedTo(one.tenant, one.id);
  await noteViews(visit, [one, ...joined], given);
  const desk = { joined, ...(news !== undefined && { news }), ...(typed && { typed }) };
  return chat(
    surface === 'dialog'
      ? caseDeskReply(one, { ...desk, viewer: visit.from }, given.speaker)
      : clerkCaseReply(one, desk, given.speaker),
  );
}
