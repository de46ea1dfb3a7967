import { type Speaker, sectionOf } from '../conversation/speaker';
import type { Person } from '../model';
import type { Field, Reply } from '../reply';
import { ukDayName, ukTime } from '../uk-time';
import type { Case, CaseEvent, CloseOutcome } from './case';
import { askedAt, nameOf, questionOf, talkForClerk } from './case-talk';
import { holderOf, isOpen, mayHappen, passedTo } from './change-case';
import { historyLine } from './history-line';

const MOST_LISTED = 5;

/** What a clerk's card shows beside the case itself. */
export type Desk = {
  /** Cases that are answered together with this one. */
  readonly joined: readonly Case[];
  /** A sentence about what has just happened. */
  readonly news?: string;
  /** What was typed and not sent: it stands in the box again. */
  readonly typed?: string;
};

/** The card in the clerk's channel, always drawn from the present case. */
export function clerkCaseReply(one: Case, desk: Desk, speaker: Speaker): Reply {
  return speaker.reply(
    'clerk-case',
    caseFields(one, desk, speaker),
    one.version === 1 ? 'notice_new_case' : 'notice_case_changed',
    { reference: one.reference },
  );
}

/** The same with everything that can be done, for one clerk in a dialog. */
export function caseDeskReply(one: Case, desk: Desk & { readonly viewer: Person }, speaker: Speaker): Reply {
  const acts = DESK_ACTS.filter(({ kind }) => mayHappen(one, kind) && !(kind === 'passed' && one.desk === 'alternate'));
  return speaker.reply(
    'case-desk',
    {
      ...caseFields(one, desk, speaker),
      acts: acts.map(({ act }) => ({ title: speaker.say(`act_${act}`), id: act })),
      first: acts[0]?.act ?? '',
      outcomes: OUTCOMES.map((outcome) => ({ title: speaker.say(`closed_why_${outcome}`), id: outcome })),
      mayTakeOver: holderOf(one) !== undefined && holderOf(one)?.id !== desk.viewer.id,
      history: one.events.map((event) => ({ text: historyLine(one, event, speaker) })),
    },
    'notice_case_changed',
    { reference: one.reference },
  );
}

/** Cases that wait, oldest first. `count` is how many there are in all. */
export function clerkCasesReply(cases: readonly Case[], count: number, speaker: Speaker): Reply {
  if (cases.length === 0) return speaker.note('no_open_cases');
  const shown = cases.slice(0, MOST_LISTED);
  return speaker.reply('clerk-cases', {
    more: count > shown.length ? speaker.say('cases_more', { count: String(count - shown.length) }) : null,
    cases: shown.map((one) => ({
      reference: one.reference,
      stateText: stateLine(one, speaker),
      asked: askedAt(one),
      due: dueLine(one, speaker) ?? null,
      caseId: one.id,
    })),
  });
}

/** What stands in the case's thread about an event; undefined when the card alone says it. */
export function threadReply(one: Case, event: CaseEvent, speaker: Speaker): Reply | undefined {
  const place = { reference: one.reference };
  if (event.kind === 'followed_up')
    return speaker.reply(
      'clerk-follow-up',
      { reference: one.reference, caseId: one.id, who: nameOf(one, speaker) ?? null, text: event.text },
      'notice_follow_up',
      place,
    );
  const line = THREAD[event.kind];
  if (line === undefined) return undefined;
  const to = event.kind === 'passed' ? event.to.name : '';
  const due = one.due === undefined ? '' : ukDayName(one.due);
  const name = event.kind === 'passed' ? `${line}_${event.why}` : line;
  return lineReply(one, speaker.say(name, { ...place, to, due, reach: reachLine(one, speaker) }), speaker);
}

/** The alarm again, because nobody opened an urgent case. */
export function urgentAgainReply(one: Case, speaker: Speaker): Reply {
  return lineReply(one, speaker.say('thread_urgent_again', { reference: one.reference }), speaker);
}

/** In the morning, when something waits. */
export function digestReply(cases: readonly Case[], count: number, speaker: Speaker): Reply {
  const list = clerkCasesReply(cases, count, speaker);
  return { ...list, notice: speaker.say('notice_digest', { count: String(count) }) };
}

/** To a clerk in private: the assistant can no longer reach the clerk's channel. */
export function strandedReply(waiting: number, speaker: Speaker): Reply {
  return speaker.note('stranded', { count: String(waiting) });
}

/** How the councillor can still be told, without a name that nobody is to see. */
function reachLine(one: Case, speaker: Speaker): string {
  const name = nameOf(one, speaker);
  return name === undefined ? speaker.say('undelivered_nameless') : speaker.say('undelivered_reach', { name });
}

function lineReply(one: Case, text: string, speaker: Speaker): Reply {
  const { reference, id } = one;
  return speaker.reply('clerk-line', { reference, caseId: id, text, link: null }, 'notice_case_changed', { reference });
}

const THREAD: { readonly [kind in CaseEvent['kind']]?: string } = {
  nudged: 'thread_nudged',
  passed: 'thread_passed',
  reopened: 'thread_reopened',
  not_delivered: 'thread_not_delivered',
};

const OUTCOMES: readonly CloseOutcome[] = ['advised', 'official_channel', 'monitoring_officer', 'not_needed'];

/** What a clerk can choose in the dialog, in the order in which it is offered. */
const DESK_ACTS: readonly { readonly act: string; readonly kind: CaseEvent['kind'] }[] = [
  { act: 'answer', kind: 'answered' },
  { act: 'wording', kind: 'answered' },
  { act: 'official_channel', kind: 'answered' },
  { act: 'ask_more', kind: 'asked_more' },
  { act: 'note', kind: 'noted' },
  { act: 'pass', kind: 'passed' },
  { act: 'close', kind: 'closed' },
  { act: 'reopen', kind: 'reopened' },
];

function caseFields(one: Case, { joined, news, typed }: Desk, speaker: Speaker): { readonly [name: string]: Field } {
  const holder = holderOf(one);
  const { wanted, platform, flags = [] } = one.about;
  return {
    reference: one.reference,
    caseId: one.id,
    version: one.version,
    state: one.state,
    stateText: stateLine(one, speaker),
    urgent: one.reason === 'urgent',
    news: news ?? null,
    record: recordLine(one, speaker) ?? null,
    from: one.nameless ? speaker.say('asked_nameless') : (nameOf(one, speaker) ?? null),
    asked: askedAt(one),
    due: dueDayOf(one) ?? null,
    wanted: wanted === undefined ? null : speaker.say(`wanted_${wanted}`),
    platform: platform ?? null,
    why: [speaker.say(`reason_${one.reason}`), one.soundsLike].filter(Boolean).join(' '),
    delivery: toldLine(one, speaker) ?? null,
    question: questionOf(one, speaker),
    draft: one.draft ?? null,
    flags: flags.map(({ rule, words }) => ({ rule: ruleName(rule, speaker), words })),
    joined: joined.map((other) => ({
      reference: other.reference,
      who: nameOf(other, speaker) ?? speaker.say('the_councillor'),
      text: questionOf(other, speaker),
    })),
    nearest: one.nearest.flatMap((id): Field[] => {
      const passage = speaker.passage(id);
      return passage ? [{ section: sectionOf(passage), text: passage.text }] : [];
    }),
    talk: talkForClerk(one, speaker),
    typed: typed ?? '',
    open: mayHappen(one, 'answered'),
    mayTake: holder === undefined && mayHappen(one, 'taken'),
    mayHandBack: holder !== undefined && mayHappen(one, 'handed_back'),
    maySave: one.desk === 'clerk' && (one.state === 'answered' || one.state === 'closed') && hasAnswer(one),
  };
}

function hasAnswer({ events }: Case): boolean {
  return events.some(({ kind }) => kind === 'answered');
}

function neverTold(name: string | undefined, speaker: Speaker): string {
  return name === undefined ? speaker.say('told_never_nameless') : speaker.say('told_never', { name });
}

function ruleName(id: string, { knowledge }: Speaker): string {
  return knowledge.rules.find((rule) => rule.id === id)?.name ?? id;
}

/** Whether the record of the case is kept on, or has lost its words. */
function recordLine({ held, wiped }: Case, speaker: Speaker): string | undefined {
  if (wiped !== undefined) return speaker.say('case_wiped', { day: ukDayName(wiped) });
  return held ? speaker.say('case_held') : undefined;
}

/** The state, and who has the case. */
function stateLine(one: Case, speaker: Speaker): string {
  const state = speaker.say(`state_${one.state}`);
  const holder = holderOf(one);
  if (holder) return speaker.say('state_held', { state, name: holder.name });
  const to = isOpen(one) ? passedTo(one) : undefined;
  return to ? speaker.say('state_passed', { state, name: to.name }) : state;
}

function dueLine(one: Case, speaker: Speaker): string | undefined {
  const day = dueDayOf(one);
  return day && speaker.say('answer_by', { day });
}

function dueDayOf(one: Case): string | undefined {
  return isOpen(one) && one.due !== undefined ? ukDayName(one.due) : undefined;
}

/** Whether what the clerk last said has reached the councillor. */
function toldLine(one: Case, speaker: Speaker): string | undefined {
  const last = one.events.findLastIndex(({ kind }) => kind === 'answered' || kind === 'asked_more');
  if (last < 0) return undefined;
  if (one.events.some((event) => event.kind === 'not_delivered' && event.event === last))
    return neverTold(nameOf(one, speaker), speaker);
  const { told } = one.delivery;
  return told !== undefined && told.event >= last
    ? speaker.say('told_at', { when: ukTime(told.at) })
    : speaker.say('told_not_yet');
}
