import { type Answered, answerTurn, replyToQuestion } from '../core/conversation/answer-replies';
import { chat, goldenRuleTurn } from '../core/conversation/card-replies';
import { decide, SURE } from '../core/conversation/decide';
import { maySeekMore, seeksMore } from '../core/conversation/follow-up';
import { type Advice, advise } from '../core/guidance/advise';
import type { Decision, Match } from '../core/model';
import type { Turn } from '../core/reply';
import { ukDay } from '../core/uk-time';
import { runCommand } from './commands';
import type { Surroundings, Visit } from './surroundings';

/** From this confidence on a short message is taken to be clear by itself. */
const CLEAR = 0.85;

/** Looks up each question of a message, decides, and makes one reply of it. */
export async function answerQuestion(visit: Visit, parts: readonly string[], given: Surroundings): Promise<Turn> {
  const whole = parts.length > 1 ? parts.join(' ') : await inContext(parts.join(' '), visit, given);
  const several = parts.length > 1 ? await answerParts(visit, parts, given) : undefined;
  const turn = several ?? (await answerWhole(visit, whole, given));
  given.sessions.set(visit.key, {
    question: whole,
    nearest: turn.passages.map((passage) => passage.id),
    reason: turn.outcome === 'escalate' || turn.outcome === 'choose' ? 'not_settled' : 'asked_for',
    ...(turn.outcome === 'choose' && { choices: turn.passages.map((passage) => passage.id) }),
    ...(turn.reply.card === 'check-draft' && { awaiting: 'draft' }),
  });
  return turn;
}

/** "And what about Instagram?" is asked again with the question before it, unless it is clear by itself. */
async function inContext(question: string, { session }: Visit, { find }: Surroundings): Promise<string> {
  if (session.question === undefined || session.reason === 'urgent' || !maySeekMore(question)) return question;
  const decision = decide(await find(question));
  if (seeksMore(question) && decision.kind !== 'talk') return `${session.question} ${question}`;
  const clear = (decision.kind === 'answer' || decision.kind === 'talk') && decision.confidence >= CLEAR;
  return clear ? question : `${session.question} ${question}`;
}

/** One reply with a part for each question; undefined when the parts are not really different questions. */
async function answerParts(visit: Visit, parts: readonly string[], given: Surroundings): Promise<Turn | undefined> {
  const answered: Answered[] = [];
  for (const question of parts) {
    const decision = decide(await given.find(question));
    if (decision.kind === 'talk') continue;
    const advice = await adviceOn(visit, question, given);
    answered.push({
      question,
      decision: decision.kind === 'choose' ? unsure(decision) : decision,
      ...(advice && { advice }),
    });
  }
  const firsts = answered.map(({ decision }) => (decision.kind === 'answer' ? decision.passages[0]?.id : undefined));
  const settled = firsts.filter((id) => id !== undefined);
  if (answered.length < 2 || settled.length === 0 || new Set(firsts).size < answered.length) return undefined;
  return answerTurn(answered, given.speaker);
}

/** Beside another question there is no room to choose; the nearest text is shown as such. */
function unsure(decision: Extract<Decision, { kind: 'choose' }>): Answered['decision'] {
  return { kind: 'escalate', nearest: decision.passages.slice(0, 1), confidence: decision.confidence };
}

async function answerWhole(visit: Visit, question: string, given: Surroundings): Promise<Turn> {
  const matches = await given.find(question);
  const decision = decide(matches);
  if (decision.kind !== 'talk') {
    const advice = await adviceOn(visit, question, given);
    return replyToQuestion({ question, decision, ...(advice && { advice }) }, given.speaker);
  }
  const { reply } = decision.talk;
  if (reply.kind === 'note') return chat({ ...given.speaker.reply('note', { heading: null, text: reply.text }) });
  if (reply.command === 'golden rule') return goldenRuleTurn(given.speaker, topicalPassage(matches));
  return runCommand({ command: reply.command, rest: '' }, visit, given);
}

/** What the clerk has said about the same question before. */
async function adviceOn(
  { tenant }: Visit,
  question: string,
  { guidance, clock }: Surroundings,
): Promise<Advice | undefined> {
  return advise(await guidance.find(tenant, question), ukDay(clock()));
}

/** The passage on the subject of an unsure question, when one is likely enough to help. */
function topicalPassage(matches: readonly Match[]) {
  const match = matches.find((one) => one.kind === 'passage');
  return match?.kind === 'passage' && match.confidence >= SURE ? match.passage : undefined;
}
