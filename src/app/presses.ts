import type { CaseDesk, CaseReason } from '../core/cases/case';
import { passageTurn } from '../core/conversation/answer-replies';
import { chat, helpTurn, rulesToCopyTurn } from '../core/conversation/card-replies';
import type { CommandName, Press } from '../core/model';
import type { Turn } from '../core/reply';
import { previewCase, previewForClerk, sendCase } from './ask-clerk';
import { checkDraftIn, platformOf, showAllPoints } from './check-draft';
import { runCommand } from './commands';
import { actOnCase, openCaseAtDesk } from './desk';
import { ACTS, type Act } from './desk-acts';
import { editGuidance, startFromCase } from './guidance-form';
import { leaveUnlinked, linkChannel } from './link-channel';
import { lookUpGuidance, openGuidance, showHistory } from './look-up-guidance';
import { restoreGuidance, retireGuidance } from './move-guidance';
import { addToMine, closeMine, reopenMine, withdrawMine } from './my-cases';
import { previewChanges } from './preview-changes';
import { draftForm, publishForm } from './save-guidance';
import { showReport } from './show-report';
import type { Surroundings, Visit } from './surroundings';

type PressHandler = (visit: Visit, press: Press, given: Surroundings) => Promise<Turn>;

/** What each button does that is not simply a command. */
const PRESSES: { readonly [verb: string]: PressHandler } = {
  show: async (_visit, press, { speaker }) => {
    const passage = speaker.passage(press.data.passage ?? '');
    return passage ? passageTurn(passage, speaker) : helpTurn(speaker, 'councillor');
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
  'case.reopen': (visit, press, given) => reopenMine(visit, press.data.reference ?? '', given),
  'case.not_about': (visit, _press, given) => previewForClerk(visit, given),
  'case.do': actPressed,
  'case.open': (visit, press, given) =>
    openCaseAtDesk(visit, { caseId: press.data.caseId ?? '' }, { surface: press.surface }, given),
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
  'report.table': (visit, press, given) => showReport(visit, `${press.data.period ?? ''} table`, given),
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
  'case.reopen',
  'case.not_about',
]);

const REASONS: readonly CaseReason[] = ['not_settled', 'asked_for', 'draft', 'urgent'];

const WANTED = ['today', 'this_week'] as const;

/** A press may carry what a typed command would: "status" with its reference. */
export async function pressButton(visit: Visit, press: Press, given: Surroundings): Promise<Turn> {
  if (visit.scope !== 'personal' && PRIVATE.has(press.verb)) return chat(given.speaker.note('private_please'));
  const handler = Object.hasOwn(PRESSES, press.verb) ? PRESSES[press.verb] : undefined;
  if (handler) return handler(visit, press, given);
  if (isCommand(press.verb, given))
    return runCommand({ command: press.verb, rest: press.data.reference ?? '' }, visit, given);
  return helpTurn(given.speaker, 'councillor');
}

/** What the boxes of the card hold now is sent; why and what stands near it is known from the session, if it still lasts. */
function sendPressed(visit: Visit, press: Press, given: Surroundings): Promise<Turn> {
  const { question = '', draft } = press.data;
  // Nobody may be shown what somebody else sent without one.
  const requestId = press.data.requestId || given.newId();
  const { consent } = visit.session;
  const shown = consent?.requestId === requestId ? consent : undefined;
  const reason = shown?.reason ?? REASONS.find((one) => one === press.data.reason) ?? 'asked_for';
  const { nearest, cleared } = shown ?? {};
  const desk: CaseDesk = press.data.desk === 'alternate' ? 'alternate' : 'clerk';
  const wanted = WANTED.find((one) => one === press.data.wanted);
  return sendCase(
    visit,
    {
      requestId,
      reason,
      desk,
      question,
      ...(cleared && { cleared }),
      ...(press.data.name === 'hide' && { nameless: true }),
      ...(wanted && { wanted }),
      ...(press.data.with === 'draft' && draft && { draft }),
      ...(nearest && { nearest }),
    },
    given,
  );
}

/** What a clerk chose on a card: the act of the button, or of the list in a dialog. */
async function actPressed(visit: Visit, press: Press, given: Surroundings): Promise<Turn> {
  const { act = '', caseId = '', version = '', answer = '', choice } = press.data;
  if (!isAct(act)) return helpTurn(given.speaker, 'councillor');
  return actOnCase(
    visit,
    { act, name: { caseId }, version, text: answer.trim(), ...(choice && { choice }), surface: press.surface },
    given,
  );
}

function isAct(act: string): act is Act {
  return Object.hasOwn(ACTS, act);
}

function isCommand(verb: string, { speaker }: Surroundings): verb is CommandName {
  return speaker.knowledge.commands.some((command) => command.name === verb);
}
