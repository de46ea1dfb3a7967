import { adviceFields } from '../guidance/advice-fields';
import type { Advice } from '../guidance/advise';
import type { Decision, Passage } from '../model';
import type { Field, Turn } from '../reply';
import { recordFirst } from './record-first';
import { type Speaker, sectionOf } from './speaker';

/** One question of a message, what was decided about it, and what the clerk has said about it before. */
export type Answered = {
  readonly question: string;
  readonly decision: Exclude<Decision, { kind: 'talk' }>;
  readonly advice?: Advice;
};

const MOST_FURTHER = 2;

/** The reply to one question: the answer, the choice, or the offer to ask the clerk. */
export function replyToQuestion(answered: Answered, speaker: Speaker): Turn {
  const { decision, advice } = answered;
  if (advice?.kind === 'shown') return answerTurn([answered], speaker);
  switch (decision.kind) {
    case 'answer':
      return answerTurn([answered], speaker);
    case 'choose':
      return {
        outcome: 'choose',
        confidence: decision.confidence,
        passages: decision.passages,
        reply: speaker.reply('choose', { choices: decision.passages.map(choice) }, 'notice_answer'),
      };
    case 'escalate': {
      const nearest = nearestOf(decision, speaker);
      return {
        outcome: 'escalate',
        confidence: decision.confidence,
        passages: nearest ? [nearest] : [],
        asked: askedAbout(decision),
        reply: speaker.reply(
          'not-sure',
          {
            heading: [notSettled(decision, speaker), ...recordFirst(nearest, speaker)].join(' '),
            quote: nearest?.text ?? null,
            section: sectionOrNull(nearest),
            link: linkOrNull(nearest, speaker),
            offered: (advice?.guidance ?? []).map(({ reference, question }) => ({ reference, asked: question })),
          },
          'notice_answer',
        ),
      };
    }
  }
}

/**
 * One card with a part for each question: settled parts quote the policy, the others show the nearest text as such. What the clerk
 * has said before stands below the policy's answer, and in the place of one that is missing.
 */
export function answerTurn(answered: readonly Answered[], speaker: Speaker): Turn {
  const several = answered.length > 1;
  const shown = answered.map((one) => firstPassage(one, speaker));
  const settled = answered.some(({ decision }) => decision.kind === 'answer' && decision.passages.length > 0);
  const advised = answered.some(({ advice }) => advice?.kind === 'shown');
  const further = answered
    .flatMap(({ decision }) => (decision.kind === 'answer' ? decision.passages.slice(1) : []))
    .filter((passage) => !shown.includes(passage));
  return {
    outcome: settled || advised ? 'answer' : 'escalate',
    confidence: Math.min(...answered.map(confidenceOf)),
    passages: [...shown.filter((passage) => passage !== undefined), ...further],
    asked: answered.flatMap(({ decision }) => askedAbout(decision)),
    reply: speaker.reply(
      'answer',
      {
        title: speaker.say(settled || !advised ? 'answer_title' : 'advice_title'),
        parts: answered.map(({ question, decision, advice }, number) =>
          answerPart(
            {
              about: several ? speaker.say('about_part', { question }) : null,
              decision,
              passage: shown[number],
              advice: advice?.kind === 'shown' ? [adviceFields(advice, speaker)] : [],
            },
            speaker,
          ),
        ),
        more: further.slice(0, MOST_FURTHER).map(choice),
        disclaimer: speaker.say(advised ? 'disclaimer_advice' : 'disclaimer'),
      },
      'notice_answer',
    ),
  };
}

/** A passage that somebody chose to read. */
export function passageTurn(passage: Passage, speaker: Speaker): Turn {
  return answerTurn([{ question: '', decision: { kind: 'answer', passages: [passage], confidence: 1 } }], speaker);
}

/** What a question is counted as. One that is still to be chosen is counted when it has been. */
function askedAbout(decision: Answered['decision']): NonNullable<Turn['asked']> {
  if (decision.kind === 'escalate') return [{ kind: 'topic', id: decision.topic?.id ?? 'other' }];
  const [first] = decision.kind === 'answer' ? decision.passages : [];
  return first ? [{ kind: 'passage', id: first.id }] : [];
}

function answerPart(
  part: {
    about: string | null;
    decision: Answered['decision'];
    passage: Passage | undefined;
    advice: readonly Field[];
  },
  speaker: Speaker,
): Field {
  const { about, decision, passage, advice } = part;
  const settled = decision.kind === 'answer';
  return {
    about,
    settled,
    heading: settled ? null : notSettled(decision, speaker),
    summary: settled ? (passage?.summary ?? null) : null,
    leadIn: passage?.leadIn ?? null,
    quote: passage?.text ?? null,
    section: sectionOrNull(passage),
    link: linkOrNull(passage, speaker),
    adviceFirst: settled ? [] : advice,
    adviceBelow: settled ? advice : [],
    note: passage ? noteOn(passage, speaker) : null,
  };
}

/** What a reader must know beside the words themselves: whom they address, and that evidence is kept before it is removed. */
function noteOn(passage: Passage, speaker: Speaker): string | null {
  const notes = [...recordFirst(passage, speaker), ...(passage.forPageUsers ? [speaker.say('page_users')] : [])];
  return notes.join(' ') || null;
}

/** A part that the policy does not settle is as sure as the clerk's advice on it. */
function confidenceOf({ decision, advice }: Answered): number {
  return decision.kind !== 'answer' && advice?.kind === 'shown' ? advice.confidence : decision.confidence;
}

/** What of the policy stands with an answer; beside the clerk's advice, the passage that the clerk has named. */
function firstPassage({ decision, advice }: Answered, speaker: Speaker): Passage | undefined {
  const named = advice?.kind === 'shown' ? advice.guidance.passage : undefined;
  const related = named === undefined ? undefined : speaker.passage(named);
  if (decision.kind !== 'answer' && related) return related;
  return decision.kind === 'escalate' ? nearestOf(decision, speaker) : decision.passages[0];
}

/** The nearest text to show: the one named for the topic, else the best-matching passage. */
function nearestOf(decision: Extract<Decision, { kind: 'escalate' }>, speaker: Speaker): Passage | undefined {
  const named = decision.topic?.nearest[0];
  if (decision.topic) return named === undefined ? undefined : speaker.passage(named);
  return decision.nearest[0];
}

function notSettled(decision: Answered['decision'], speaker: Speaker): string {
  return decision.kind === 'escalate' && decision.topic
    ? speaker.say('not_settled_topic', { topic: decision.topic.title })
    : speaker.say('not_settled');
}

function sectionOrNull(passage: Passage | undefined): string | null {
  return passage ? sectionOf(passage) : null;
}

/** Where the passage stands in the policy page. Only the council's settings and the passage's id make an address. */
function linkOrNull(passage: Passage | undefined, { council }: Speaker): string | null {
  return passage && council.policyUrl ? `${council.policyUrl}#${encodeURIComponent(passage.id)}` : null;
}

function choice(passage: Passage): Field {
  return { id: passage.id, title: passage.summary };
}
