import { type Speaker, sectionOf } from '../conversation/speaker';
import type { Case, CaseEvent, Field, Reply } from '../model';
import { ukTime } from '../uk-time';
import { isOpen, mayAnswer } from './change-case';

const MOST_LISTED = 5;
const SHORT_QUESTION = 80;

/** Exactly what will be sent and who can read it; nothing has left yet. */
export function consentReply(
  ask: {
    readonly name: string;
    readonly question: string;
    readonly draft?: string;
    readonly readers: string;
    readonly reason: Case['reason'];
    readonly requestId: string;
  },
  speaker: Speaker,
): Reply {
  return speaker.reply('consent', {
    name: ask.name,
    question: ask.question,
    draft: ask.draft ?? null,
    readers: ask.readers,
    reason: ask.reason,
    requestId: ask.requestId,
    urgent: ask.reason === 'urgent',
  });
}

/** The case is saved. The councillor's own words are shown again, so that they know later what was asked. */
export function receiptReply(sent: Case, speaker: Speaker): Reply {
  return speaker.reply(
    'receipt',
    {
      reference: sent.reference,
      days: speaker.council.clerk.days,
      urgentLine: sent.reason === 'urgent' ? speaker.say('urgent_sent') : null,
      question: sent.question,
      draft: sent.draft ?? null,
    },
    'notice_case_sent',
  );
}

/** There is no channel to send to: who to call instead. Nothing was kept. */
export function notLinkedReply(speaker: Speaker): Reply {
  const { name, phone, email } = speaker.council.clerk;
  return speaker.reply('not-linked', { clerk: name, phone, email });
}

export function myCasesReply(cases: readonly Case[], speaker: Speaker): Reply {
  if (cases.length === 0) return speaker.note('no_cases');
  return speaker.reply('my-cases', {
    cases: cases.slice(0, MOST_LISTED).map((one) => ({
      reference: one.reference,
      state: speaker.say(`state_mine_${one.state}`),
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
    state: speaker.say(`state_mine_${one.state}`),
    news: news ?? null,
    asked: askedAt(one),
    question: one.question,
    talk: one.events.flatMap((event): Field[] =>
      'text' in event
        ? [{ mine: event.kind === 'followed_up', who: event.by.name, when: ukTime(event.at), text: event.text }]
        : [],
    ),
    advised: one.events.some((event) => event.kind === 'answered'),
    open: isOpen(one),
    answered: one.state === 'answered',
  });
}

/** The card in the clerk's channel, always drawn from the present case. */
export function clerkCaseReply(one: Case, speaker: Speaker): Reply {
  const showName = speaker.council.showNames;
  return speaker.reply(
    'clerk-case',
    {
      reference: one.reference,
      caseId: one.id,
      version: one.version,
      state: one.state,
      stateText: speaker.say(`state_${one.state}`),
      from: showName ? one.councillor.name : null,
      asked: askedAt(one),
      why: [speaker.say(`reason_${one.reason}`), one.soundsLike].filter(Boolean).join(' '),
      question: one.question,
      draft: one.draft ?? null,
      nearest: one.nearest.flatMap((id): Field[] => {
        const passage = speaker.passage(id);
        return passage ? [{ section: sectionOf(passage), text: passage.text }] : [];
      }),
      talk: one.events.flatMap((event): Field[] =>
        'text' in event
          ? [
              {
                who: event.kind === 'answered' || showName ? event.by.name : speaker.say('the_councillor'),
                when: ukTime(event.at),
                text: event.text,
              },
            ]
          : [],
      ),
      open: mayAnswer(one),
    },
    one.version === 1 ? 'notice_new_case' : 'notice_case_changed',
    { reference: one.reference },
  );
}

export function clerkCasesReply(cases: readonly Case[], speaker: Speaker): Reply {
  if (cases.length === 0) return speaker.note('no_open_cases');
  return speaker.reply('clerk-cases', {
    cases: cases.slice(0, MOST_LISTED).map((one) => ({
      reference: one.reference,
      stateText: speaker.say(`state_${one.state}`),
      asked: askedAt(one),
      caseId: one.id,
    })),
  });
}

/** What a message that follows from a case says; the words come from the case's event. */
export function eventReply(one: Case, event: CaseEvent, speaker: Speaker): Reply | undefined {
  const place = { reference: one.reference };
  switch (event.kind) {
    case 'answered':
      return speaker.reply(
        'clerk-answer',
        {
          reference: one.reference,
          clerk: event.by.name,
          title: speaker.council.clerk.title,
          when: ukTime(event.at),
          question: one.question,
          answer: event.text,
        },
        'notice_case_answered',
        place,
      );
    case 'followed_up':
      return speaker.reply(
        'clerk-follow-up',
        {
          reference: one.reference,
          who: speaker.council.showNames ? event.by.name : null,
          text: event.text,
        },
        'notice_follow_up',
        place,
      );
    case 'opened':
    case 'closed':
    case 'withdrawn':
      return undefined;
  }
}

function askedAt(one: Case): string {
  return ukTime(one.events[0]?.at ?? 0);
}

function shorten(text: string): string {
  return text.length <= SHORT_QUESTION ? text : `${text.slice(0, SHORT_QUESTION - 1).trimEnd()}…`;
}
