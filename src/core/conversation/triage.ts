import type { Matching } from '../match/create-matching';
import type { Urgency } from '../match/urgency';
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
import { LONGEST_MESSAGE } from './longest-message';
import { piecesOf } from './pieces-of';

/**
 * How sure a likeness must be before it alone raises an alarm: by itself, in words that look like a draft, and in or beside words that
 * are a draft or were asked for as one. Of 1,337 labelled messages that tell of danger 7 are missed so, and of 7,975 others 38 raise an
 * alarm, phrases counted; at 0.75 in the first place it is 14 and 26, at 0.5 it is 4 and 79. Of 629 drafts 9 raise one. A miss is worse
 * than a kind false alarm.
 */
const ALARMS = { 'no draft': 0.67, alike: 0.8, awaited: 0.95 };
/** From here on the emergency number stands above whatever is said: of the other messages 14 in 1,000 have it. */
const LIKENESS_DOUBT = 0.3;
/**
 * How sure it must be that somebody is worn down by abuse, where there is no danger, before the steps against it are shown unasked. Of
 * 509 labelled messages that tell of it 485 get these steps or help in danger, and 13 of 7,466 others get them; at 0.42 it is 467 and 5.
 */
const DISTRESS = 0.2;

/** Threats in a draft are for the draft check; these are about a life, whoever wrote the words. */
const IN_DRAFTS: readonly UrgentLevel[] = ['danger-now', 'self-harm'];

/**
 * What is not the councillor's own telling: the part that is meant to be posted, a message that may be a draft as a whole, or a command
 * that takes no words.
 */
export type Aside = { readonly draft?: string; readonly mayBeDraft?: MayBeDraft; readonly command?: boolean };
/** Why a message may be a draft as a whole: one was asked for, or it looks like one. */
type MayBeDraft = 'awaited' | 'alike';
/** A level of danger, distress without danger, or doubt whether somebody may be in danger. */
export type Alarm = UrgentLevel | 'distress' | 'doubt';
export type Triage = (text: string, aside?: Aside) => Promise<Alarm | undefined>;

/**
 * Finds danger and distress in a message, before anything else is looked at. Two layers: phrases that name the danger, set aside
 * where a figurative phrase covers them ("kill two birds"), and likeness to ways in which people tell of danger.
 * Guides stand most urgent first; the first level with a phrase wins. Phrases are looked for in the words as typed and with misspelt
 * ones mended; `urgency` tells how alike the text is to danger and distress.
 */
export function createTriage(
  guides: readonly UrgentGuide[],
  figurative: readonly string[],
  { urgency: likeness, mendDanger }: Pick<Matching, 'urgency' | 'mendDanger'>,
): Triage {
  const levels = guides.map((guide) => ({ level: guide.level, phrases: guide.phrases.map(readPhrase) }));
  const innocent = figurative.map(readPhrase);
  return async (text, { draft, mayBeDraft, command = false } = {}) => {
    const named = await nameIn(text, draft);
    if (named || command) return named;
    const alike = await likenessIn(draft === undefined ? text : text.replace(draft, ' '));
    if (alike.confidence >= ALARMS[draft === undefined ? (mayBeDraft ?? 'no draft') : 'awaited']) return alike.level;
    if (alike.distress >= DISTRESS) return 'distress';
    return alike.confidence >= LIKENESS_DOUBT ? 'doubt' : undefined;
  };

  /** The most that any piece is alike. */
  async function likenessIn(text: string): Promise<Urgency> {
    let most: Urgency = { level: 'danger-now', confidence: 0, distress: 0 };
    for (const piece of piecesOf(text, LONGEST_MESSAGE)) {
      const alike = (await likeness(piece)) ?? most;
      most = {
        level: alike.confidence > most.confidence ? alike.level : most.level,
        confidence: Math.max(alike.confidence, most.confidence),
        distress: Math.max(alike.distress, most.distress),
      };
    }
    return most;
  }

  async function nameIn(text: string, draft: string | undefined): Promise<UrgentLevel | undefined> {
    const typed = tokenise(text);
    const named = nameInWords(typed, draft);
    if (named) return named;
    const mended = await mendDanger(typed.map(({ word }) => word));
    if (mended.every((word, at) => word === typed[at]?.word)) return undefined;
    return nameInWords(
      typed.map((token, at) => ({ ...token, word: mended[at] ?? token.word })),
      draft,
    );
  }

  function nameInWords(tokens: readonly Token[], draft: string | undefined): UrgentLevel | undefined {
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
