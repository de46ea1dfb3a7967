import {
  abuseStepsTurn,
  chat,
  goldenRuleTurn,
  helpTurn,
  privacyTurn,
  rulesTurn,
} from '../core/conversation/card-replies';
import { readReference, type TypedCommand } from '../core/conversation/commands';
import type { CommandName } from '../core/model';
import type { Turn } from '../core/reply';
import { previewCase } from './ask-clerk';
import { checkDraftIn, promptForDraft } from './check-draft';
import { listOpen } from './desk';
import { forgetMe } from './forget-me';
import { typedHold } from './hold-case';
import { previewLink } from './link-channel';
import { lookUpGuidance } from './look-up-guidance';
import { restoreTyped, retireTyped } from './move-guidance';
import { addToMine, closeMine, listMine, reopenMine, showMine, withdrawMine } from './my-cases';
import { showMyData } from './my-data';
import { isAlternate, refuseAsClerk } from './refuse-at-desk';
import { showAccessLog } from './show-access-log';
import { showReport } from './show-report';
import type { Handler, Surroundings, Visit } from './surroundings';
import { openTyped, typedAct } from './type-at-desk';

/** What each command does. The same handlers serve typed commands and buttons. */
const HANDLERS: { readonly [name in CommandName]: Handler } = {
  rules: async (_visit, _rest, { speaker }) => rulesTurn(speaker),
  'golden rule': async (_visit, _rest, { speaker }) => goldenRuleTurn(speaker),
  abuse: async (visit, _rest, { speaker, sessions }) => {
    sessions.set(visit.key, { ...visit.session, reason: 'urgent' });
    return abuseStepsTurn(speaker);
  },
  check: async (visit, rest, given) => (rest ? checkDraftIn(visit, rest, given) : promptForDraft(visit, given)),
  'ask clerk': previewCase,
  'my cases': listMine,
  status: showMine,
  add: addToMine,
  close: hereOrAtDesk(closeMine, typedAct('close')),
  reopen: hereOrAtDesk(reopenMine, typedAct('reopen')),
  cancel: async (visit, rest, given) =>
    readReference(rest) === undefined ? forget(visit, given) : withdrawMine(visit, rest, given),
  privacy: async (_visit, _rest, { speaker }) => privacyTurn(speaker),
  help: showHelp,
  'text only': toggleTextOnly,
  link: previewLink,
  cases: listOpen,
  open: openTyped,
  take: typedAct('take'),
  'take over': typedAct('take_over'),
  'hand back': typedAct('hand_back'),
  pass: typedAct('pass'),
  'ask more': typedAct('ask_more'),
  answer: typedAct('answer'),
  wording: typedAct('wording'),
  'official channel': typedAct('official_channel'),
  note: typedAct('note'),
  guidance: lookUpGuidance,
  retire: retireTyped,
  restore: restoreTyped,
  report: showReport,
  'my data': showMyData,
  'forget me': forgetMe,
  hold: typedHold('held'),
  release: typedHold('released'),
  log: showAccessLog,
};

/** Commands whose replies hold a person's own words; elsewhere than in the private chat they are asked to come there. */
const PRIVATE: ReadonlySet<CommandName> = new Set([
  'check',
  'ask clerk',
  'my cases',
  'status',
  'add',
  'cancel',
  'my data',
  'forget me',
]);

export async function runCommand(typed: TypedCommand, visit: Visit, given: Surroundings): Promise<Turn> {
  if (visit.scope !== 'personal' && PRIVATE.has(typed.command)) return chat(given.speaker.note('private_please'));
  return HANDLERS[typed.command](visit, typed.rest, given);
}

/** A councillor means one of their own cases in the private chat, a clerk any case in the channel. */
function hereOrAtDesk(here: Handler, atDesk: Handler): Handler {
  return async (visit, rest, given) => {
    if (await isAskedOfAlternate(visit, rest, given)) return atDesk(visit, rest, given);
    if (visit.scope === 'personal') return here(visit, rest, given);
    if ((await refuseAsClerk(visit, given)) !== undefined) return chat(given.speaker.note('private_please'));
    return atDesk(visit, rest, given);
  };
}

async function showHelp(visit: Visit, _rest: string, given: Surroundings): Promise<Turn> {
  if (isAlternate(visit, given)) return helpTurn(given.speaker, 'alternate');
  const clerk = (await refuseAsClerk(visit, given)) === undefined;
  return helpTurn(given.speaker, clerk ? 'clerk' : 'councillor');
}

/** The person named for questions about the clerk has them in the private chat, beside the cases that are their own. */
async function isAskedOfAlternate(visit: Visit, rest: string, given: Surroundings): Promise<boolean> {
  const reference = isAlternate(visit, given) ? readReference(rest) : undefined;
  if (reference === undefined) return false;
  const found = await given.store.cases.byReference(visit.tenant, reference);
  return found?.desk === 'alternate' && found.councillor.id !== visit.from.id;
}

async function forget(visit: Visit, { sessions, speaker }: Surroundings): Promise<Turn> {
  const { question, draft, awaiting, consent } = visit.session;
  sessions.forget(visit.key);
  return chat(speaker.note(question || draft || awaiting || consent ? 'cancelled' : 'nothing_to_cancel'));
}

async function toggleTextOnly(visit: Visit, _rest: string, { store, speaker }: Surroundings): Promise<Turn> {
  const wasOn = await store.people.textOnly(visit.tenant, visit.from.id);
  await store.people.setTextOnly(visit.tenant, visit.from.id, !wasOn);
  return chat({ ...speaker.note(wasOn ? 'text_off' : 'text_on'), ...(!wasOn && { plain: true }) });
}
