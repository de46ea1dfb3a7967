import type { Evidence } from '../model';
import type { Steps } from '../steps';
import { knownShare, termShares } from './bm25f';
import { type Classifiers, classScores, shareOut } from './classifier';
import { createLikeness } from './exemplars';
import { vectorOf } from './feature-space';
import { type Features, featuresOf, termsOf } from './features';
import { letterGroups, letterLikeness } from './letters';
import type { Lexicon } from './lexicon';
import type { MatchClass, MatchIndex } from './match-index';
import { readWords } from './read-text';
import { rerank } from './rerank';
import { mend, type Speller, spellerOf } from './spelling';
import { words } from './tokens';

/** One class that a text may be about. `score` is the weighed evidence, `nearest` the ways of saying it that are most alike, best first. */
export type Candidate = {
  readonly one: number;
  readonly score: number;
  readonly evidence: Evidence;
  readonly nearest: readonly string[];
};

/** What ranking made of a text: its words after spelling, the share of its rare words that the base knows, and the candidates, best first. */
export type Ranked = {
  readonly words: readonly string[];
  readonly concepts: readonly string[];
  readonly known: number;
  readonly candidates: readonly Candidate[];
};

export type RankingKnowledge = {
  readonly classes: readonly MatchClass[];
  readonly index: MatchIndex;
  readonly lexicon: Lexicon;
  /** Mends misspelt words; made from the index where it is missing. */
  readonly spell?: Speller;
  /** Missing where nothing has been trained: the other evidence decides. */
  readonly trained?: Pick<Classifiers, 'space' | 'subjects'>;
};

/**
 * What each kind of evidence counts in the score, chosen on eight public sets; "ways", "likely" and "strength" only
 * tell how sure the others are. Neighbouring weights give the same first place within half a point.
 */
export const EVIDENCE_WEIGHTS: { readonly [kind: string]: number } = {
  trained: 4.8,
  terms: 2.7,
  letters: 0.9,
  fuzzy: 0.4,
};
/** A classifier score that is so far below the best counts nothing. */
const WIDEST_MARGIN = 6;
/** In a base of more classes than this, only so many of the best by terms are compared in detail. */
const MOST_CANDIDATES = 400;
const FEWER_CANDIDATES = 60;
/** Ways of asking, letters and fuse.js are compared for so many of the likeliest candidates. */
const RERANKED = 10;

/**
 * Ranks classes for a text: a trained classifier, term ranking, likeness to ways of saying it, and a fuzzy comparison of the likeliest,
 * after unknown words have been mended and words of dialect have been understood.
 */
export function createRanking(knowledge: RankingKnowledge): (text: string) => Steps<Ranked> {
  const { classes, index, lexicon, trained, spell = spellerOf(index.words) } = knowledge;
  const likenessOf = createLikeness(index.exemplars, index.terms);
  return function* (text) {
    const reading = readWords(yield* mend(words(text), spell), lexicon);
    const terms = termsOf(reading);
    const byTerms = termShares(terms, index.terms);
    yield;
    const scores = trained && classScores(vectorOf(featuresOf(reading), trained.space), trained.subjects);
    const byTraining = scores && shareOut(scores);
    const most = scores ? scores.reduce((best, score) => Math.max(best, score)) : 0;
    const found = likelyOf(byTerms).map((one): Candidate => {
      const evidence = {
        trained: scores ? Math.max(0, 1 + ((scores[one] ?? 0) - most) / WIDEST_MARGIN) : 0,
        likely: byTraining?.[one] ?? 0,
        strength: scores ? 1 / (1 + Math.exp(-(scores[one] ?? 0) / 4)) : 0,
        terms: byTerms[one] ?? 0,
      };
      return { one, score: weigh(evidence), evidence, nearest: [] };
    });
    yield;
    return {
      words: reading.words,
      concepts: reading.concepts,
      known: knownShare(terms, index.terms),
      candidates: yield* comparedInDetail(reading.words, terms, found.sort(byScore)),
    };
  };

  function* comparedInDetail(
    asked: readonly string[],
    terms: Features,
    likeliest: readonly Candidate[],
  ): Steps<readonly Candidate[]> {
    const first = likeliest.slice(0, RERANKED);
    const likeness = likenessOf(
      terms,
      first.map(({ one }) => one),
    );
    yield;
    const nearest = likeness.map((one) => one.nearest.map((text) => index.texts.at(text) ?? ''));
    const compared = first.map(({ one }, at) => [classes[one]?.heading ?? '', ...(nearest[at] ?? [])]);
    const fits = rerank(asked, compared);
    yield;
    const groups = letterGroups(asked.join(' '));
    const again = first.map((candidate, at): Candidate => {
      const letters = (compared[at] ?? []).map((text) => letterLikeness(groups, letterGroups(text)));
      const evidence = {
        ...candidate.evidence,
        ways: likeness[at]?.value ?? 0,
        fuzzy: fits[at] ?? 0,
        letters: Math.max(0, ...letters),
      };
      return { ...candidate, evidence, score: weigh(evidence), nearest: nearest[at] ?? [] };
    });
    return [...again, ...likeliest.slice(RERANKED)].sort(byScore);
  }
}

function weigh(evidence: Evidence): number {
  return Object.entries(evidence).reduce((sum, [kind, value]) => sum + value * (EVIDENCE_WEIGHTS[kind] ?? 0), 0);
}

function byScore(a: Candidate, b: Candidate): number {
  return b.score - a.score || a.one - b.one;
}

/** The numbers of the classes to compare in detail: all of a small base, the best by terms of a large one, among equals the first. */
function likelyOf(byTerms: Float32Array): readonly number[] {
  if (byTerms.length <= MOST_CANDIDATES) return [...byTerms.keys()];
  const best: number[] = [];
  for (let one = 0; one < byTerms.length; one++) {
    const share = byTerms[one] ?? 0;
    const least = best.length < FEWER_CANDIDATES ? 0 : (byTerms[best.at(-1) ?? 0] ?? 0);
    if (share <= least) continue;
    const place = best.findIndex((other) => share > (byTerms[other] ?? 0));
    best.splice(place < 0 ? best.length : place, 0, one);
    best.length = Math.min(best.length, FEWER_CANDIDATES);
  }
  return best;
}
