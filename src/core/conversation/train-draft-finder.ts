import { hashOf } from '../match/features';
import { createRandom, shuffle } from '../match/random';
import { beginningFeatures, type DraftFeatures, endFeatures, noDraftFeatures } from './draft-features';
import { beginningsOf, type DraftWeights, endsOf } from './draft-finder';
import { draftTokens } from './draft-tokens';

/** A message and the place of the draft in it, in UTF-16 units, `end` exclusive; a message without a draft has no place. */
export type MarkedMessage = {
  readonly text: string;
  readonly draft?: { readonly start: number; readonly end: number };
};

/** Passes over all messages, and how far one message moves the weights at the beginning and at the end. */
const PASSES = 10;
const FIRST_STEP = 0.3;
const LAST_STEP = 0.01;
/** Draws weights back to nothing with each move. */
const RESTRAINT = 1e-4;
/** Weights below this change no decision and are left out. */
const SMALLEST = 0.02;

/** One choice among places: what is seen at each, as hashes, and the number of the right one. */
type Choice = { readonly options: readonly (readonly number[])[]; readonly right: number };

/**
 * Learns where drafts begin and end, and which messages hold none, by a log-linear model over all places of a message (maximum
 * entropy, stochastic gradient descent). The same messages give the same weights.
 */
export function trainDraftFinder(messages: readonly MarkedMessage[]): DraftWeights {
  const choices = messages.flatMap(choicesOf);
  const weights = new Map<number, number>();
  const random = createRandom();
  for (let pass = 0; pass < PASSES; pass++) {
    shuffle(choices, random);
    const step = FIRST_STEP * (1 - pass / PASSES) + LAST_STEP;
    for (const choice of choices) learn(choice, step, weights);
  }
  const kept = [...weights].filter(([, weight]) => Math.abs(weight) >= SMALLEST).sort(([a], [b]) => a - b);
  return {
    hashes: Uint32Array.from(kept, ([hash]) => hash),
    weights: Float32Array.from(kept, ([, weight]) => weight),
  };
}

function choicesOf({ text, draft }: MarkedMessage): readonly Choice[] {
  const tokens = draftTokens(text);
  const begins = beginningsOf(tokens);
  const from = draft && tokens.findIndex(({ end }) => end > draft.start);
  const beginning: Choice = {
    options: [noDraftFeatures(tokens), ...begins.map((at) => beginningFeatures(tokens, at))].map(hashed),
    right: from === undefined ? 0 : 1 + begins.indexOf(from),
  };
  if (!draft || from === undefined) return [beginning];
  const behind = tokens.findIndex(({ start }) => start >= draft.end);
  const ends = endsOf(tokens, from);
  const ending: Choice = {
    options: ends.map((at) => hashed(endFeatures(tokens, from, at))),
    right: ends.indexOf(behind < 0 ? tokens.length : behind),
  };
  // A draft that begins with a mark, or ends too far from the end to be looked for, teaches nothing.
  return [...(beginning.right > 0 ? [beginning] : []), ...(ending.right >= 0 ? [ending] : [])];
}

function learn({ options, right }: Choice, step: number, weights: Map<number, number>): void {
  const scores = options.map((names) => names.reduce((sum, name) => sum + (weights.get(name) ?? 0), 0));
  const most = Math.max(...scores);
  const raised = scores.map((score) => Math.exp(score - most));
  const total = raised.reduce((sum, value) => sum + value, 0);
  options.forEach((names, at) => {
    const move = ((raised[at] ?? 0) / total - (at === right ? 1 : 0)) * step;
    if (Math.abs(move) < 1e-4) return;
    for (const name of names) weights.set(name, (weights.get(name) ?? 0) * (1 - RESTRAINT * step) - move);
  });
}

function hashed(names: DraftFeatures): readonly number[] {
  return names.map(hashOf);
}
