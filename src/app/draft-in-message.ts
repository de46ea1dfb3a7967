import type { Aside } from '../core/conversation/triage';
import type { Severity } from '../core/draft/draft';
import type { CommandName, Intent } from '../core/model';
import type { Surroundings, Visit } from './surroundings';

/**
 * The words to check. Where no plain words lead up to the draft, what was taken for its introduction may belong to it: all of the
 * message is checked when it was asked for, or when more is wrong with the whole than with the part.
 */
export async function draftOf(
  { draft, introduced }: Extract<Intent, { kind: 'draft' }>,
  message: string,
  { session }: Visit,
  { checkDraft }: Surroundings,
): Promise<string> {
  if (introduced) return draft;
  const whole = message.trim();
  if (session.awaiting === 'draft') return whole;
  const [ofWhole, ofDraft] = [await checkDraft(whole), await checkDraft(draft)];
  return SEVERITIES.indexOf(ofWhole.severity) > SEVERITIES.indexOf(ofDraft.severity) ? whole : draft;
}

const SEVERITIES: readonly Severity[] = ['ok', 'think', 'stop'];

/** Commands other than "check" that carry the councillor's own words, in which danger may be told. */
const TAKES_WORDS: readonly CommandName[] = ['ask clerk', 'add'];

/** What of a message is not the councillor's own telling; `awaited` is true when a draft has been asked for. */
export function asideOf(intent: Intent, awaited: boolean): Aside {
  if (intent.kind === 'draft' && intent.introduced) return { draft: intent.draft };
  if (intent.kind === 'command' && intent.command !== 'check')
    return { command: !TAKES_WORDS.includes(intent.command) };
  if (awaited || intent.kind === 'command') return { mayBeDraft: 'awaited' };
  return intent.kind === 'draft' ? { mayBeDraft: 'alike' } : {};
}
