import { passageTurn } from '../core/conversation/answer-replies';
import { chat, helpTurn, rulesToCopyTurn } from '../core/conversation/card-replies';
import type { CommandName, Press, Turn } from '../core/model';
import { addToMine, closeMine, previewCase, sendCase, withdrawMine } from './ask-clerk';
import { checkDraftIn } from './check-draft';
import { runCommand } from './commands';
import { answerCase, showLatest } from './desk';
import { linkChannel } from './link-channel';
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
  'check.draft': async (visit, press, given) =>
    press.data.draft?.trim() ? checkDraftIn(visit, press.data.draft.trim(), given) : chat(given.speaker.note('empty')),
  'ask clerk': (visit, press, given) =>
    previewCase(
      press.data.reason === 'urgent' ? { ...visit, session: { ...visit.session, reason: 'urgent' } } : visit,
      '',
      given,
    ),
  'case.send': (visit, press, given) =>
    sendCase(
      visit,
      {
        requestId: press.data.requestId ?? '',
        question: press.data.question ?? '',
        ...(press.data.with === 'draft' && press.data.draft && { draft: press.data.draft }),
      },
      given,
    ),
  'case.more': (visit, press, given) => addToMine(visit, `${press.data.reference} ${press.data.more ?? ''}`, given),
  'case.close': (visit, press, given) => closeMine(visit, press.data.reference ?? '', given),
  'case.withdraw': (visit, press, given) => withdrawMine(visit, press.data.reference ?? '', given),
  'case.answer': answerCase,
  'case.latest': showLatest,
  'channel.link': (visit, press, given) => linkChannel(visit, press.data.code ?? '', given),
  'channel.leave': async (_visit, _press, { speaker }) => chat(speaker.note('link_left')),
};

/** A press may carry what a typed command would: "status" with its reference. */
export async function pressButton(visit: Visit, press: Press, given: Surroundings): Promise<Turn> {
  const handler = PRESSES[press.verb];
  if (handler) return handler(visit, press, given);
  if (isCommand(press.verb, given))
    return runCommand({ command: press.verb, rest: press.data.reference ?? '' }, visit, given);
  return helpTurn(given.speaker);
}

function isCommand(verb: string, { speaker }: Surroundings): verb is CommandName {
  return speaker.knowledge.commands.some((command) => command.name === verb);
}
