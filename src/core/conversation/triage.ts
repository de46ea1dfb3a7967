import type { Matching } from '../match/create-matching';
import type { UrgentGuide, UrgentLevel } from '../model';
import {
  findPhrase,
  NO_PLACES,
  type Phrase,
  type PhraseHit,
  readPhrase,
  type Token,
  tokenise,
  wordPlaces,
} from '../phrases';

/**
 * How sure a likeness must be before it alone raises an alarm. Of 912 labelled messages that tell of danger 2 are missed so, and of
 * 4,751 others 27 raise one, phrases counted; at 0.75 it is 10 and 16, at 0.5 it is 2 and 48. A miss is worse than a kind false alarm.
 */
const LIKENESS_ALARM = 0.6;
/** The same where the words are, or may be, a draft: of 395 drafts 38 sound like danger at 0.6 and 7 at 0.95. */
const ALARM_IN_DRAFT = 0.95;
/** From here on the emergency number stands above whatever is said: of the other messages 18 in 1,000 have it. */
const LIKENESS_DOUBT = 0.3;
/**
 * How sure it must be that somebody is worn down by abuse, where there is no danger, before the steps against it are shown unasked. Of
 * 341 labelled messages that tell of it 334 get these steps or help in danger, and 15 of 4,981 others do; at 0.42 it is 324 and 7.
 */
const DISTRESS = 0.2;

/** Threats in a draft are for the draft check; these are about a life, whoever wrote the words. */
const IN_DRAFTS: readonly UrgentLevel[] = ['danger-now', 'self-harm'];

/**
 * What is not the councillor's own telling: the part that is meant to be posted, a message that may be a draft as a whole, or a command
 * that takes no words.
 */
export type Aside = { readonly draft?: string; readonly mayBeDraft?: boolean; readonly command?: boolean };
/** A level, distress without danger, doubt whether somebody may be in danger, or nothing of the kind. */
export type Triage = (text: string, aside?: Aside) => UrgentLevel | 'distress' | 'doubt' | undefined;

/**
 * Finds danger and distress in a message, before anything else is looked at. Two layers: phrases that name the danger, set aside
 * where a figurative phrase covers them ("kill two birds"), and likeness to ways in which people tell of danger.
 * Guides stand most urgent first; the first level with a phrase wins. Phrases are looked for in the words as typed and with misspelt
 * ones mended; `urgency` tells how alike the text is to danger and distress.
 */
export function createTriage(
  guides: readonly UrgentGuide[],
  figurative: readonly string[],
  { urgency: likeness, spellDanger }: Pick<Matching, 'urgency' | 'spellDanger'>,
): Triage {
  const levels = guides.map((guide) => ({ level: guide.level, phrases: guide.phrases.map(readPhrase) }));
  const innocent = figurative.map(readPhrase);
  return (text, { draft, mayBeDraft = draft !== undefined, command = false } = {}) => {
    const typed = tokenise(text);
    const mended = typed.map((token) => ({ ...token, word: spellDanger(token.word) }));
    const isMended = mended.some(({ word }, at) => word !== typed[at]?.word);
    const named = nameIn(typed, draft) ?? (isMended ? nameIn(mended, draft) : undefined);
    if (named) return named;
    const alike = command ? undefined : likeness(draft === undefined ? text : text.replace(draft, ' '));
    if (!alike) return undefined;
    if (alike.confidence >= (mayBeDraft ? ALARM_IN_DRAFT : LIKENESS_ALARM)) return alike.level;
    if (alike.distress >= DISTRESS) return 'distress';
    return alike.confidence >= LIKENESS_DOUBT ? 'doubt' : undefined;
  };

  function nameIn(tokens: readonly Token[], draft: string | undefined): UrgentLevel | undefined {
    const places = wordPlaces(tokens);
    const find = (phrase: Phrase) => findPhrase(phrase, tokens, NO_PLACES, places);
    const covers = innocent.flatMap(find);
    return levels.find(
      ({ level, phrases }) =>
        (draft === undefined || IN_DRAFTS.includes(level)) &&
        phrases.some((phrase) => standsOpen(find(phrase), covers)),
    )?.level;
  }
}

/** A phrase counts unless every place where it stands overlaps a figurative one. */
function standsOpen(hits: readonly PhraseHit[], covers: readonly PhraseHit[]): boolean {
  return hits.some((hit) => !covers.some((cover) => cover.start < hit.end && hit.start < cover.end));
}
