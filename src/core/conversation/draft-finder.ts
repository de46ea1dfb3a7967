import { hashOf } from '../match/features';
import { placeOf } from '../match/place-of';
import { beginningFeatures, type DraftFeatures, endFeatures, noDraftFeatures } from './draft-features';
import { type DraftToken, draftTokens } from './draft-tokens';

/** What was learned from messages with marked drafts: a weight for each feature, by rising hash of its name. */
export type DraftWeights = { readonly hashes: Uint32Array; readonly weights: Float32Array };

/** The draft inside a message, a verbatim part of it, and the confidence, from 0 to 1, that the message holds one at all. */
export type FoundDraft = { readonly draft: string; readonly confidence: number };

/** A draft begins among the first words or not at all; it ends at the end of the message, or not far before it. */
const FIRST_PLACES = 60;
const LAST_PLACES = 40;

/** Finds the draft in a message by what was learned; undefined for a message without words. */
export function findDraft(message: string, weights: DraftWeights): FoundDraft | undefined {
  const tokens = draftTokens(message);
  const begins = beginningsOf(tokens);
  const score = (features: DraftFeatures) => scoreOf(features, weights);
  const scores = begins.map((at) => score(beginningFeatures(tokens, at)));
  const from = begins[largest(scores)];
  const first = from === undefined ? undefined : tokens[from];
  if (from === undefined || !first) return undefined;
  const ends = endsOf(tokens, from);
  const end = ends[largest(ends.map((at) => score(endFeatures(tokens, from, at))))] ?? tokens.length;
  const most = Math.max(...scores);
  const together = scores.reduce((sum, one) => sum + Math.exp(one - most), 0);
  return {
    draft: message.slice(first.start, tokens[end - 1]?.end).trimEnd(),
    confidence: together / (together + Math.exp(score(noDraftFeatures(tokens)) - most)),
  };
}

/** The numbers of the tokens with which a draft may begin. */
export function beginningsOf(tokens: readonly DraftToken[]): readonly number[] {
  return tokens.flatMap(({ isWord, form }, at) => (isWord || '☺#@'.includes(form) ? [at] : [])).slice(0, FIRST_PLACES);
}

/** The numbers of the tokens before which a draft may end. */
export function endsOf(tokens: readonly DraftToken[], from: number): readonly number[] {
  return Array.from({ length: tokens.length - from }, (_, at) => from + 1 + at).slice(-LAST_PLACES);
}

function scoreOf(features: DraftFeatures, { hashes, weights }: DraftWeights): number {
  return features.reduce((sum, name) => sum + (weights[placeOf(hashOf(name), hashes)] ?? 0), 0);
}

function largest(scores: readonly number[]): number {
  return scores.reduce((best, score, at) => (score > (scores[best] ?? Number.NEGATIVE_INFINITY) ? at : best), 0);
}
