import { passageTurn } from '../core/conversation/answer-replies';
import { chat, helpTurn, rulesToCopyTurn } from '../core/conversation/card-replies';
import type { CaseReason, CommandName, Press, Turn } from '../core/model';
import { previewCase, sendCase } from './ask-clerk';
import { checkDraftIn, platformOf, showAllPoints } from './check-draft';
import { runCommand } from './commands';
import { answerCase, showLatest } from './desk';
import { editGuidance, startFromCase } from './guidance-form';
import { leaveUnlinked, linkChannel } from './link-channel';
import { lookUpGuidance, openGuidance, showHistory } from './look-up-guidance';
import { restoreGuidance, retireGuidance } from './move-guidance';
import { addToMine, closeMine, withdrawMine } from './my-cases';
import { previewChanges } from './preview-changes';
import { draftForm, publishForm } from './save-guidance';
import type { Surroundings, Visit } from './surroundings';

type PressHandler = (visit: Visit, press: Press, given: Surroundings) => Promise<Turn>;

/** What each button does that is not simply a command. */
const PRESSES: { readonly [verb: string]: PressHandler } = {
  show: async (_visit, press, { speaker }) => {
    const passage = speaker.passage(press.data.passage ?? '');
    return passage ? passageTurn(passage, speaker) : helpTurn(speaker);
  },
  'rules.copy': async (_visit, _press, { speaker }) => rulesToCopyTurn(speaker),
  'try.again': async (_visit, _press, { speaker }) => chat(speaker.note('try_again')),
  'check.draft': async (visit, press, given) => {
    const draft = press.data.draft?.trim();
    if (!draft) return chat(given.speaker.note('empty'));
    const platform = platformOf(press.data.platform);
    return checkDraftIn(visit, draft, given, { ...(platform && { platform }) });
  },
  'check.all': (visit, _press, given) => showAllPoints(visit, given),
  'ask clerk': (visit, press, given) =>
    previewCase(
      press.data.reason === 'urgent' ? { ...visit, session: { ...visit.session, reason: 'urgent' } } : visit,
      '',
      given,
    ),
  'case.send': sendPressed,
  'case.more': (visit, press, given) => addToMine(visit, `${press.data.reference} ${press.data.more ?? ''}`, given),
  'case.close': (visit, press, given) => closeMine(visit, press.data.reference ?? '', given),
  'case.withdraw': (visit, press, given) => withdrawMine(visit, press.data.reference ?? '', given),
  'case.answer': answerCase,
  'case.latest': showLatest,
  'channel.link': (visit, press, given) => linkChannel(visit, press.data.code ?? '', given),
  'channel.leave': (visit, _press, given) => leaveUnlinked(visit, given),
  'guidance.start': startFromCase,
  'guidance.edit': editGuidance,
  'guidance.preview': previewChanges,
  'guidance.publish': publishForm,
  'guidance.draft': draftForm,
  'guidance.open': openGuidance,
  'guidance.history': showHistory,
  'guidance.retire': retireGuidance,
  'guidance.republish': restoreGuidance,
  'guidance.show': (visit, press, given) => lookUpGuidance(visit, press.data.reference ?? '', given),
};

/** Buttons that show or send a person's own words; elsewhere than in the private chat they do nothing. */
const PRIVATE: ReadonlySet<string> = new Set([
  'ask clerk',
  'check.draft',
  'check.all',
  'case.send',
  'case.more',
  'case.close',
  'case.withdraw',
]);

const REASONS: readonly CaseReason[] = ['not_settled', 'asked_for', 'draft', 'urgent'];

/** A press may carry what a typed command would: "status" with its reference. */
export async function pressButton(visit: Visit, press: Press, given: Surroundings): Promise<Turn> {
  if (visit.scope !== 'personal' && PRIVATE.has(press.verb)) return chat(given.speaker.note('private_please'));
  const handler = Object.hasOwn(PRESSES, press.verb) ? PRESSES[press.verb] : undefined;
  if (handler) return handler(visit, press, given);
  if (isCommand(press.verb, given))
    return runCommand({ command: press.verb, rest: press.data.reference ?? '' }, visit, given);
  return helpTurn(given.speaker);
}

/** What the boxes of the card hold now is sent; why and what stands near it is known from the session, if it still lasts. */
function sendPressed(visit: Visit, press: Press, given: Surroundings): Promise<Turn> {
  const { requestId = '', question = '', draft } = press.data;
  const { consent } = visit.session;
  const shown = consent?.requestId === requestId ? consent : undefined;
  const reason = shown?.reason ?? REASONS.find((one) => one === press.data.reason) ?? 'asked_for';
  const { nearest } = shown ?? {};
  return sendCase(
    visit,
    {
      requestId,
      reason,
      question,
      ...(press.data.with === 'draft' && draft && { draft }),
      ...(nearest && { nearest }),
    },
    given,
  );
}

function isCommand(verb: string, { speaker }: Surroundings): verb is CommandName {
  return speaker.knowledge.commands.some((command) => command.name === verb);
}
