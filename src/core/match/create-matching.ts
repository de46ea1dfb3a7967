import type { Match, Trained, UrgentLevel } from '../model';
import { createClassifier } from './classifier';
import { createRanking, featureSpaceOf } from './create-ranking';
import { type MatchKnowledge, matchClasses } from './match-classes';
import { STOP_WORDS, words } from './tokens';
import { URGENCY_CLASSES, urgencyClassOf } from './urgency-classes';

/** Fainter matches than this say nothing and are left out. */
const FAINTEST = 0.001;

/** How much a text sounds like somebody telling of danger: the likeliest level, and the confidence that it is any of them. */
export type Urgency = { readonly level: UrgentLevel; readonly confidence: number };

export type Matching = {
  /** What a question may be about, best first. */
  readonly find: (question: string) => Promise<readonly Match[]>;
  /** Undefined for a grammar word alone, such as "no": it tells of nothing. */
  readonly urgency: (text: string) => Urgency | undefined;
};

/**
 * Ranks what a message may be about: passages, topics that the policy does not settle and kinds of talk, all as classes of one
 * contest. The confidence of a match is its share of the evidence for what is not danger, from 0 to 1. Danger has a classifier of
 * its own; without trained weights it is told by its share of the same evidence.
 */
export function createMatching(knowledge: MatchKnowledge, trained: Trained | undefined): Matching {
  const classes = matchClasses(knowledge);
  const space = featureSpaceOf(classes);
  if (trained && trained.subjects.features !== space.size)
    throw new Error('The trained weights were made with other features of texts. Run: npm run train');
  const rank = createRanking(classes, { space, ...(trained && { trained: trained.subjects }) });
  const classify = trained && createClassifier(trained.urgency);
  return {
    find: async (question) => {
      const { shares, evidenceOf } = rank(question);
      const found = classes.flatMap(({ meaning }, one): Match[] =>
        meaning.kind === 'urgent' ? [] : [{ ...meaning, confidence: shares[one] ?? 0, evidence: evidenceOf(one) }],
      );
      const total = found.reduce((sum, { confidence }) => sum + confidence, 0) || 1;
      return found
        .map((match) => ({ ...match, confidence: match.confidence / total }))
        .filter(({ confidence }) => confidence >= FAINTEST)
        .sort((a, b) => b.confidence - a.confidence);
    },
    urgency: (text) => {
      const [first, second] = words(text);
      if (first === undefined || (second === undefined && STOP_WORDS.has(first))) return undefined;
      return likeliest(classify ? classify(space.vectorOf(text)) : sharesOfLevels(rank(text).shares));
    },
  };

  function sharesOfLevels(shares: Float64Array): Float64Array {
    const levels = new Float64Array(URGENCY_CLASSES.length);
    classes.forEach(({ meaning }, one) => {
      const level = urgencyClassOf(meaning);
      levels[level] = (levels[level] ?? 0) + (shares[one] ?? 0);
    });
    return levels;
  }
}

function likeliest(shares: Float64Array): Urgency | undefined {
  let best: Urgency | undefined;
  let urgent = 0;
  for (const [one, level] of URGENCY_CLASSES.entries()) {
    const share = shares[one] ?? 0;
    if (level === 'ordinary') continue;
    urgent += share;
    if (!best || share > best.confidence) best = { level, confidence: share };
  }
  return best && { ...best, confidence: urgent };
}
