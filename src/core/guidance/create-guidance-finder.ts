import type { Evidence } from '../model';
import { eachInSteps, type Steps } from '../steps';
import type { Guidance, GuidanceFinder } from './guidance';
import { type GuidanceTexts, guidanceEvidence, guidanceTexts } from './guidance-evidence';
import type { GuidanceReader } from './read-guidance';

/** A saved answer with its question and the other ways to ask it, read beforehand. */
export type ReadyGuidance = { readonly guidance: Guidance; readonly texts: GuidanceTexts };

/** A fainter match says nothing and is left out. */
const FAINTEST = 0.05;

/** So many saved answers are compared with a question in one step. */
const COMPARED_IN_STEP = 10;

/** Reads what a saved answer is compared by. */
export function* readyGuidance(guidance: Guidance, read: GuidanceReader): Steps<ReadyGuidance> {
  return { guidance, texts: guidanceTexts(yield* eachInSteps([guidance.question, ...guidance.ways], 1, read)) };
}

/** Gives the function that finds which saved answers fit a question. */
export function createGuidanceFinder(entries: readonly ReadyGuidance[], read: GuidanceReader): GuidanceFinder {
  return function* (question) {
    if (entries.length === 0) return [];
    const asked = read(question);
    yield;
    const compared = yield* eachInSteps(entries, COMPARED_IN_STEP, ({ guidance, texts }) => ({
      guidance,
      confidence: guidanceConfidence(guidanceEvidence(asked, texts)),
    }));
    return compared
      .filter(({ confidence }) => confidence >= FAINTEST)
      .sort((a, b) => b.confidence - a.confidence || a.guidance.reference.localeCompare(b.guidance.reference));
  };
}

/**
 * What each kind of evidence counts, by logistic regression: `npm run eval:guidance -- --fit` prints them anew. It learns from
 * questions that mean the same as a saved one, from questions that use its words and mean something else, and from labelled
 * questions about other subjects.
 */
const WEIGHTS: Evidence = {
  subject: 6.5,
  'subject on the whole': 1,
  letters: 9,
  words: 2.9,
  'foreign words': -1.3,
  length: 1.4,
  'asks for something else': -2.1,
  opposed: -7.4,
};
const BIAS = -14.2;

/** How likely it is, from 0 to 1, that a question with this evidence was answered before. */
export function guidanceConfidence(evidence: Evidence): number {
  const sum = Object.entries(evidence).reduce((total, [kind, value]) => total + value * (WEIGHTS[kind] ?? 0), BIAS);
  return 1 / (1 + Math.exp(-sum));
}
