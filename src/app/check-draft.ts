import { chat } from '../core/conversation/card-replies';
import { findingsTurn } from '../core/conversation/draft-replies';
import { sameWords } from '../core/conversation/same-words';
import { circumstancesOf } from '../core/draft/circumstances';
import type { Platform } from '../core/draft/draft';
import type { Turn } from '../core/reply';
import type { Session } from './sessions';
import type { Surroundings, Visit } from './surroundings';

/** Where a draft came from: the message that holds it, and where it is to be posted, when that is known. */
export type DraftSource = {
  readonly message?: string;
  readonly platform?: Platform;
  /** A sentence that says what has happened to the draft, such as that it was changed. */
  readonly about?: string;
};

const PLATFORMS: readonly Platform[] = ['own page', 'group', 'council page', 'private message'];

/** The platform that a client named, if it is one. */
export function platformOf(named: string | undefined): Platform | undefined {
  return PLATFORMS.find((platform) => platform === named);
}

/** Checks a draft and remembers it for this conversation, in memory only. A new version of the last one is compared with it. */
export async function checkDraftIn(
  visit: Visit,
  draft: string,
  given: Surroundings,
  source: DraftSource = {},
): Promise<Turn> {
  const { sessions } = given;
  const platform = source.platform ?? visit.session.platform;
  const check = await given.checkDraft(draft, circumstancesOf(given.speaker.council, given.clock(), platform));
  const calmer = await given.calmDraft(draft, check);
  const last = visit.session;
  const isVersion = source.about !== undefined || sameWords(last.draft ?? '', draft);
  const before = isVersion ? last.check : undefined;
  const turn = findingsTurn(
    {
      draft,
      check,
      ...(before && { before }),
      ...(calmer && { calmer }),
      ...(source.about && { about: source.about }),
    },
    given.speaker,
  );
  const session: Session = {
    draft,
    check,
    nearest: turn.passages.map((passage) => passage.id),
    reason: check.severity === 'ok' ? 'asked_for' : 'draft',
    ...(platform && { platform }),
    ...(source.message && { message: source.message }),
  };
  sessions.set(visit.key, session);
  return turn;
}

/** The last check again, with every point. */
export async function showAllPoints(visit: Visit, given: Surroundings): Promise<Turn> {
  const { draft, check } = visit.session;
  if (draft === undefined || !check) return chat(given.speaker.note('check_forgotten'));
  return findingsTurn({ draft, check, all: true }, given.speaker);
}

/** Asks for the draft; the next message is taken for it. */
export async function promptForDraft(visit: Visit, { sessions, speaker }: Surroundings): Promise<Turn> {
  sessions.set(visit.key, { ...visit.session, awaiting: 'draft' });
  return { outcome: 'check', confidence: 1, passages: [], reply: speaker.reply('check-draft', {}) };
}
