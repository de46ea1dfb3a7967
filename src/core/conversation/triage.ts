import type { Matching } from '../match/create-matching';
import type { UrgentGuide, UrgentLevel } from '../model';
import { findPhrase, type Phrase, type PhraseHit, readPhrase, type Token, tokenise } from '../phrases';

/** How sure a likeness must be before it alone raises an alarm. Low, because a miss is worse than a kind false alarm. */
const LIKENESS_ALARM = 0.4;
/** How sure it must be that somebody is worn down by abuse, where there is no danger, before the steps against it are shown unasked. */
const DISTRESS = 0.42;

/** Threats in a draft are for the draft check; these are about a life, whoever wrote the words. */
const IN_DRAFTS: readonly UrgentLevel[] = ['danger-now', 'self-harm'];

/** What is not the councillor's own telling: the part that is meant to be posted, or a command that takes no words. */
export type Aside = { readonly draft?: string; readonly command?: boolean };
export type Triage = (text: string, aside?: Aside) => UrgentLevel | 'distress' | undefined;

/**
 * Finds danger and distress in a message, before anything else is looked at. Two layers: phrases that name the danger, set aside
 * where a figurative phrase covers them ("kill two birds"), and likeness to ways in which people tell of danger.
 * Guides stand most urgent first; the first level with a phrase wins. Phrases are looked for in the words as typed and with misspelt ones mended; `urgency` tells how alike the text is to danger and distress.
 */
export function createTriage(
  guides: readonly UrgentGuide[],
  figurative: readonly string[],
  { urgency: likeness, spell }: Pick<Matching, 'urgency' | 'spell'>,
): Triage {
  const levels = guides.map((guide) => ({ level: guide.level, phrases: guide.phrases.map(readPhrase) }));
  const innocent = figurative.map(readPhrase);
  return (text, { draft, command = false } = {}) => {
    const typed = tokenise(text);
    const mended = typed.map((token) => ({ ...token, word: spell(token.word) }));
    const named = nameIn(typed, draft) ?? nameIn(mended, draft);
    if (named) return named;
    const alike = command ? undefined : likeness(draft === undefined ? text : text.replace(draft, ' '));
    if (!alike) return undefined;
    if (alike.confidence >= LIKENESS_ALARM) return alike.level;
    return alike.distress >= DISTRESS ? 'distress' : undefined;
  };

  function nameIn(tokens: readonly Token[], draft: string | undefined): UrgentLevel | undefined {
    const covers = innocent.flatMap((phrase) => findPhrase(phrase, tokens));
    return levels.find(
      ({ level, phrases }) =>
        (draft === undefined || IN_DRAFTS.includes(level)) &&
        phrases.some((phrase) => standsOpen(phrase, tokens, covers)),
    )?.level;
  }
}

/** A phrase counts unless every place where it stands overlaps a figurative one. */
function standsOpen(phrase: Phrase, tokens: readonly Token[], covers: readonly PhraseHit[]): boolean {
  return findPhrase(phrase, tokens).some(
    (hit) => !covers.some((cover) => cover.start < hit.end && hit.start < cover.end),
  );
}
