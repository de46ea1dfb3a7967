import type { Speaker } from '../conversation/speaker';
import type { Reply } from '../reply';
import { ukDayName, ukTime } from '../uk-time';
import type { Case, CaseEvent } from './case';
import { askedAt, talkForCouncillor } from './case-talk';
import { isOpen, mayHappen } from './change-case';
import { sayAbout } from './say-about';

const MOST_LISTED = 5;
const SHORT_QUESTION = 80;

/** The case is saved. The councillor's own words are shown again, so that they know later what was asked. */
export function receiptReply(sent: Case, speaker: Speaker): Reply {
  return speaker.reply(
    'receipt',
    {
      reference: sent.reference,
      state: sayAbout(sent, speaker)(`state_mine_${sent.state}`),
      dayLine: dayLine(sent, speaker),
      deliveryLine: deliveryLine(sent, speaker),
      urgentLine: sent.reason === 'urgent' ? speaker.say('urgent_sent') : null,
      question: sent.question,
      draft: sent.draft ?? null,
      wait: sent.reason !== 'urgent' && mayHappen(sent, 'withdrawn'),
      open: mayHappen(sent, 'withdrawn'),
    },
    'notice_case_sent',
  );
}

export function myCasesReply(cases: readonly Case[], speaker: Speaker): Reply {
  if (cases.length === 0) return speaker.note('no_cases');
  return speaker.reply('my-cases', {
    cases: cases.slice(0, MOST_LISTED).map((one) => ({
      reference: one.reference,
      state: sayAbout(one, speaker)(`state_mine_${one.state}`),
      asked: askedAt(one),
      question: shorten(one.question),
    })),
  });
}

/** One case as the councillor who asked sees it, with everything that was said. `news` is a sentence about what has just happened. */
export function caseStatusReply(one: Case, speaker: Speaker, news?: string): Reply {
  return speaker.reply('case-status', {
    reference: one.reference,
    version: one.version,
    state: sayAbout(one, speaker)(`state_mine_${one.state}`),
    news: news ?? null,
    delivery: deliveryLine(one, speaker),
    day: isOpen(one) ? dayLine(one, speaker) : null,
    asked: askedAt(one),
    question: one.question,
    draft: one.draft ?? null,
    talk: talkForCouncillor(one),
    advised: one.events.some((event) => event.kind === 'answered'),
    mayAdd: mayHappen(one, 'followed_up'),
    mayClose: one.state === 'answered',
    mayWithdraw: mayHappen(one, 'withdrawn'),
    mayReopen: mayHappen(one, 'reopened'),
  });
}

/** The clerk's words, brought to the councillor. */
export function answerReply(
  one: Case,
  event: Extract<CaseEvent, { kind: 'answered' | 'asked_more' }>,
  speaker: Speaker,
): Reply {
  const asks = event.kind === 'asked_more';
  const { reference } = one;
  const say = sayAbout(one, speaker);
  const { alternate, clerk } = speaker.council;
  const fields = {
    reference,
    heading: say(asks ? 'clerk_asks' : 'clerk_answers', { reference }),
    clerk: event.by.name,
    title:
      one.desk === 'clerk' ? clerk.title : alternate?.id === event.by.id ? alternate.title : say('alternate_title'),
    when: ukTime(event.at),
    question: one.question,
    draft: one.draft ?? null,
    lead: say(event.kind === 'answered' && event.form ? `lead_${event.form}` : `lead_${event.kind}`),
    answer: event.text,
    advice: !asks,
  };
  return {
    card: 'clerk-answer',
    fields,
    notice: say(asks ? 'notice_clerk_asks' : 'notice_case_answered', { reference }),
  };
}

/** What has become of a case, in one sentence that is sent by itself; undefined when there is nothing to say. */
export function caseNoticeReply(one: Case, event: CaseEvent, speaker: Speaker): Reply | undefined {
  const name = NOTICES[event.kind];
  if (name === undefined) return undefined;
  const say = sayAbout(one, speaker);
  const why = event.kind === 'closed' ? say(`closed_why_${event.why ?? 'advised'}`) : '';
  const text = say(name, { reference: one.reference, why });
  return speaker.reply('case-notice', { reference: one.reference, text }, 'notice_case_changed', {
    reference: one.reference,
  });
}

/** The case is saved, but the clerk's channel could not be reached yet. */
export function troubleReply(one: Case, speaker: Speaker): Reply {
  const { reference } = one;
  const text = sayAbout(one, speaker)('trouble_saved', { reference });
  return speaker.reply('case-notice', { reference, text }, 'notice_case_changed', { reference });
}

const NOTICES: { readonly [kind in CaseEvent['kind']]?: string } = {
  opened: 'notice_now_with_clerk',
  warned: 'notice_closing_soon',
  closed: 'notice_closed_for_you',
  reopened: 'notice_reopened_for_you',
};

/** A day, never an hour; and when the clerk is back, if nobody is working now. */
function dayLine(one: Case, speaker: Speaker): string {
  const { office, council } = speaker;
  const asked = one.events.findLast(({ kind }) => kind !== 'nudged' && kind !== 'noted')?.at ?? 0;
  const start = office.nextOnDuty(asked)?.at;
  const due = one.due === undefined ? undefined : ukDayName(one.due);
  if (one.desk === 'alternate') return speaker.say('receipt_alternate');
  // It has gone out at once, and a day would sound as if help could wait for it.
  if (one.reason === 'urgent' || start === undefined || due === undefined)
    return speaker.say('receipt_days', { days: council.clerk.days });
  if (start <= asked) return speaker.say('receipt_by', { days: council.clerk.days, due });
  return speaker.say('receipt_away', { start: ukDayName(start), due });
}

function deliveryLine({ delivery }: Case, speaker: Speaker): string {
  return delivery.posted === undefined
    ? speaker.say('delivery_saved')
    : speaker.say('delivery_posted', { when: ukTime(delivery.posted) });
}

function shorten(text: string): string {
  return text.length <= SHORT_QUESTION ? text : `${text.slice(0, SHORT_QUESTION - 1).trimEnd()}…`;
}
