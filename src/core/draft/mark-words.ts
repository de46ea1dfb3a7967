import { classScores } from '../match/classifier';
import { unscaled } from '../match/feature-space';
import { wordFeatures } from '../match/features';
import type { Lexicon } from '../match/lexicon';
import { readWords } from '../match/read-text';
import { eachInSteps, type Steps } from '../steps';
import { type DraftCheckWeights, SCORES_PER_RULE } from './draft-weights';
import type { DraftWindow } from './draft-windows';
import type { ReadDraft } from './read-draft';
import type { Stretch } from './signals';

/**
 * A neighbour is marked too when it says at least this part of what the strongest word says, and so many weaker words in a row may
 * stand between. Chosen so that the marks agree best with those of two blind authors: half of all words marked by either are marked by both.
 */
const SHARE_OF_STRONGEST = 0.15;
const BRIDGE = 3;
/** So many words are weighed in one step. */
const WORDS_IN_STEP = 20;

/** How much each word of a run of sentences says for each rule: `said[word][class]`, with the words in the order of the tokens. */
export type WordScores = readonly Float64Array[];

/**
 * The words of a window that speak most for a rule: the strongest one, those around it in its sentence that speak for the rule too,
 * and the `signals` of the rule that touch them.
 */
export function markWords(
  rule: number,
  {
    window,
    draft,
    said,
    signals,
  }: {
    readonly window: DraftWindow;
    readonly draft: ReadDraft;
    readonly said: WordScores;
    readonly signals: readonly Stretch[];
  },
): Stretch {
  const value = (at: number) => said[at]?.[SCORES_PER_RULE * rule];
  const strongest = said.reduce((best, _, at) => ((value(at) ?? 0) > (value(best) ?? 0) ? at : best), 0);
  const enough = (value(strongest) ?? 0) * SHARE_OF_STRONGEST;
  const edge = (step: 1 | -1) => {
    let kept = strongest;
    for (let at = strongest + step; Math.abs(at - kept) <= BRIDGE + 1; at += step) {
      const own = value(at);
      if (own === undefined || draft.sentence[window.first + at] !== draft.sentence[window.first + strongest]) break;
      if (own > enough) kept = at;
    }
    return kept;
  };
  const [first, last] = [window.first + edge(-1), window.first + edge(1)];
  const touching = signals.filter((signal) => signal.first <= last && signal.last >= first);
  return {
    first: Math.min(first, ...touching.map((signal) => signal.first)),
    last: Math.max(last, ...touching.map((signal) => signal.last)),
  };
}

/** What each word of a window says alone, and half of what it adds together with each neighbour. */
export function* wordScores(
  { first, end }: DraftWindow,
  { tokens }: ReadDraft,
  { weights, lexicon }: { readonly weights: DraftCheckWeights; readonly lexicon: Lexicon },
): Steps<WordScores> {
  const words = tokens.slice(first, end).map(({ word }) => word);
  const score = (some: readonly string[]) =>
    classScores(unscaled(wordFeatures(readWords(some, lexicon)), weights.space), weights.scores);
  const nothing = score([]);
  const alone = yield* eachInSteps(words, WORDS_IN_STEP, (word) => minus(score([word]), nothing));
  const added = words.map((word, at) => {
    const [own, next, following] = [alone[at] ?? nothing, alone[at + 1], words[at + 1]];
    return next && following ? minus(score([word, following]), nothing, own, next) : nothing.map(() => 0);
  });
  return alone.map((own, at) => own.map((value, one) => value + (half(added[at - 1], one) + half(added[at], one))));
}

function minus(scores: Float64Array, ...others: readonly Float64Array[]): Float64Array {
  return scores.map((score, one) => others.reduce((rest, other) => rest - (other[one] ?? 0), score));
}

function half(scores: Float64Array | undefined, one: number): number {
  return (scores?.[one] ?? 0) / 2;
}
