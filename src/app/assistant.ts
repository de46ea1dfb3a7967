import { channelWelcomeTurn, chat, emergencyFirst, welcomeTurn } from '../core/conversation/card-replies';
import { readGuidanceReference, type TypedCommand } from '../core/conversation/commands';
import { LONGEST_MESSAGE } from '../core/conversation/longest-message';
import { readIntent } from '../core/conversation/read-intent';
import type { Intent, Message, Press, Search } from '../core/model';
import type { Reply, SearchResult, Turn } from '../core/reply';
import { alarmFor } from './alarm';
import { answerQuestion } from './answer-question';
import { previewForClerk, sendCase } from './ask-clerk';
import { checkChanged, forgetDeleted } from './changed-message';
import { checkDraftIn, showAllPoints } from './check-draft';
import { runCommand } from './commands';
import { countTurn } from './count-turn';
import { checkInDialog, othersMessage } from './dialog-draft';
import { asideOf, draftOf } from './draft-in-message';
import { nameCase } from './name-case';
import { pressButton } from './presses';
import { runSearch } from './searches';
import { personOf, type Surroundings, type Visit, visitOf } from './surroundings';

export type Assistant = {
  /** What a councillor or clerk wrote -> what to say; undefined when this very message was handled before. */
  readonly onMessage: (message: Message) => Promise<Turn | undefined>;
  /** A pressed button -> the card that takes the place of the pressed one. */
  readonly onPress: (press: Press) => Promise<Turn>;
  /** A draft in a dialog of the message extension, which only this person sees. */
  readonly onDialogDraft: (message: Message, platform?: string) => Promise<Turn>;
  /** A message of somebody else, on which the message extension was opened. */
  readonly onOthersMessage: (message: Message) => Promise<Turn>;
  /** A message was changed after it was sent -> its check again, if a draft of it is remembered. */
  readonly onEdited: (message: Message) => Promise<Turn | undefined>;
  /** A message was deleted: a draft of it that is remembered goes too. */
  readonly onDeleted: (message: Message) => Promise<void>;
  /** Somebody installed the assistant -> the welcome, once for each conversation. */
  readonly onArrival: (arrival: Arrival) => Promise<Reply | undefined>;
  /** Words looked for with the message extension -> what is found, best first. */
  readonly onSearch: (search: Search) => Promise<readonly SearchResult[]>;
};

type Arrival = Pick<Message, 'tenant' | 'conversation' | 'scope'>;

export function createAssistant(given: Surroundings): Assistant {
  const { store, clock, sessions } = given;
  return {
    onMessage: async (message) => {
      const key = JSON.stringify([message.tenant, message.conversation, message.id]);
      if (!(await store.seen.firstSight(key, clock()))) return undefined;
      const said = { ...message, text: await nameCase(message, given) };
      return countTurn(message, await reply(said, visitOf(message, sessions), given), given);
    },
    onPress: async (press) => countTurn(press, await pressButton(visitOf(press, sessions), press, given), given),
    onDialogDraft: async (message, platform) =>
      countTurn(message, await checkInDialog(message, platform, given), given),
    onOthersMessage: (message) => othersMessage(message, given),
    onEdited: (message) => checkChanged(message, given),
    onDeleted: async (message) => forgetDeleted(message, given),
    onArrival: async (arrival) => {
      const key = JSON.stringify(['arrival', arrival.tenant, arrival.conversation]);
      if (!(await store.seen.firstSight(key, clock()))) return undefined;
      return (await welcome(arrival, given)).reply;
    },
    onSearch: (search) => runSearch(search, given),
  };
}

/** What is true in a private chat is not true where others read along. */
async function welcome({ tenant, conversation, scope }: Arrival, { store, speaker }: Surroundings): Promise<Turn> {
  const channel = await store.desk.clerkChannel(tenant);
  if (scope === 'personal') return welcomeTurn(speaker, channel ? 'linked' : 'not-linked');
  if (!channel) return channelWelcomeTurn(speaker, 'nowhere');
  return channelWelcomeTurn(speaker, channel.conversation === conversation ? 'here' : 'elsewhere');
}

async function reply(message: Message, visit: Visit, given: Surroundings): Promise<Turn> {
  const { speaker, triage, readDraft, pace } = given;
  const typed = await continued(message.text.trim(), visit, given);
  if (typed) return typed;
  const intent = readIntent(message, speaker.knowledge.commands, readDraft);
  const level = await triage(message.text, asideOf(intent, visit.session.awaiting === 'draft'));
  const alarm = alarmFor(level, { key: visit.key, question: message.text }, given);
  if (alarm) return alarm;
  if (!pace.message(personOf(visit), message.id)) return chat(speaker.note('too_fast'));
  const turn = await answered(message, { intent, distressed: level === 'distress' }, visit, given);
  return level === 'doubt' ? emergencyFirst(turn, speaker) : turn;
}

async function answered(
  message: Message,
  { intent, distressed }: { readonly intent: Intent; readonly distressed: boolean },
  visit: Visit,
  given: Surroundings,
): Promise<Turn> {
  const { speaker } = given;
  if (message.text.length > LONGEST_MESSAGE) return chat(speaker.note('too_long'));
  switch (intent.kind) {
    case 'empty':
    case 'wordless':
    case 'attachment':
      return chat(speaker.note(intent.kind));
    case 'command':
      if (isQuestionOnGuidance(intent, visit)) return answerQuestion(visit, [message.text], given);
      return runCommand(intent, visit, given);
    case 'draft':
      // Several sentences on what others wrote look like a draft.
      if (distressed && !intent.introduced && visit.session.awaiting !== 'draft')
        return stepsAgainstAbuse(visit, given);
      if (visit.scope !== 'personal') return chat(speaker.note('private_please'));
      return checkDraftIn(visit, await draftOf(intent, message.text, visit, given), given, { message: message.id });
    case 'question':
      if (visit.session.awaiting === 'draft')
        return checkDraftIn(visit, message.text.trim(), given, { message: message.id });
      if (distressed) return stepsAgainstAbuse(visit, given);
      return answerQuestion(visit, intent.parts, given);
  }
}

function stepsAgainstAbuse(visit: Visit, given: Surroundings): Promise<Turn> {
  return runCommand({ command: 'abuse', rest: '' }, visit, given);
}

/** Typed instead of the button on a consent card. */
const NOT_ABOUT = /^(?:(?:it|this) is )?not about the clerk[.!]?$/iu;
/** "Guidance on photos" is a question, wherever no clerk looks through what was saved. */
function isQuestionOnGuidance({ command, rest }: TypedCommand, { scope }: Visit): boolean {
  return command === 'guidance' && scope !== 'channel' && rest !== '' && readGuidanceReference(rest) === undefined;
}

/** What a short message means inside a conversation: "2" after a choice, "send" after a consent card. */
async function continued(text: string, visit: Visit, given: Surroundings): Promise<Turn | undefined> {
  const { choices, consent } = visit.session;
  const chosen = /^[1-3]$/u.test(text) ? choices?.[Number(text) - 1] : undefined;
  if (chosen !== undefined)
    return pressButton(visit, { ...pressOf(visit), verb: 'show', data: { passage: chosen } }, given);
  if (/^show all(?: points)?[.!]?$/iu.test(text) && visit.session.check) return showAllPoints(visit, given);
  const send = /^send( both| question and draft| question only)?( without my name)?[.!]?$/iu.exec(text);
  if (consent && NOT_ABOUT.test(text)) return previewForClerk(visit, given);
  if (!consent || !send) return undefined;
  const { draft, ...questionOnly } = consent;
  const offered = /both|draft/iu.test(text) && draft !== undefined ? consent : questionOnly;
  return sendCase(visit, send[2] === undefined ? offered : { ...offered, nameless: true }, given);
}

function pressOf({ tenant, conversation, scope, from, address }: Visit): Omit<Press, 'verb' | 'data'> {
  return { kind: 'press', id: '', tenant, conversation, scope, from, address };
}
