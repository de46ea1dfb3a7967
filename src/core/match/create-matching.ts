import type { Match } from '../model';
import { atOnce, inTurns, type Pause, type Steps } from '../steps';
import type { Trained } from '../trained';
import { classScores, shareOut } from './classifier';
import { CONFIDENCE_FEATURES, type ConfidenceWeights, confidenceFeatures, confidenceOf } from './confidence';
import { createAlarm, createAlarmSpeller } from './create-alarm';
import { createRanking, type Ranked } from './create-ranking';
import { vectorOf } from './feature-space';
import { featuresOf } from './features';
import { createLexicon, type Lexicon, lexiconOf } from './lexicon';
import { type MatchKnowledge, matchClasses } from './match-classes';
import { buildIndex, type MatchIndex } from './match-index';
import { readWords } from './read-text';
import { mend, type Speller, spellerOf } from './spelling';
import { STOP_WORDS, words } from './tokens';
import { sharesOfUrgency, type Urgency, urgencyClassOf, urgencyOf } from './urgency';

/** Fainter matches than this say nothing and are left out. */
const FAINTEST = 0.001;
/** How sharply scores are turned into shares of the evidence. */
const SHARPNESS = 2.5;
/** Keeps the logarithm of nothing within bounds. */
const LEAST = 1e-3;

/** What the confidence in a passage is read from: the features of the ranking, and what kinds of targets weigh. */
export const PASSAGE_FEATURES = [...CONFIDENCE_FEATURES, 'passages against topics', 'talk'] as const;

export type Matching = {
  /** What a question may be about, by falling share of the evidence. */
  readonly find: (question: string) => Promise<readonly Match[]>;
  /** Undefined for a grammar word alone, such as "no": it tells of nothing. */
  readonly urgency: (text: string) => Promise<Urgency | undefined>;
  /** The meanings of words that texts are read with. */
  readonly lexicon: Lexicon;
  /** What texts are looked up in. */
  readonly index: MatchIndex;
  /** Puts known words in the place of misspelt ones. */
  readonly spell: Speller;
  /** The same with many words, where danger is looked for. */
  readonly mendDanger: (words: readonly string[]) => Promise<readonly string[]>;
  /** What words may be about: the share of each class of the contest, in a fixed order. */
  readonly subjects: (words: readonly string[]) => Float64Array;
  /** How a text is read: its words after spelling, and the meanings that the lexicon knows for them. */
  readonly read: (text: string) => { readonly words: readonly string[]; readonly concepts: readonly string[] };
  /** What the confidence in the likeliest passage is read from, and its id; undefined when nothing is alike. For calibration. */
  readonly judge: (question: string) => { readonly passage: string; readonly features: readonly number[] } | undefined;
};

/** What was learned, where anything was, and what lets others have their turn: without it nothing waits, and a long message holds up all. */
type Means = {
  readonly trained?: Trained | undefined;
  readonly calibration?: ConfidenceWeights | undefined;
  readonly pause?: Pause;
};

/**
 * Ranks what a message may be about: passages, topics that the policy does not settle and kinds of talk, all as classes of one
 * contest. The share of a match is its part of the evidence for what is not danger, from 0 to 1; its confidence is the probability
 * that it is right, by the calibration for the likeliest passage, and in proportion to their shares for the others.
 */
export function createMatching(
  knowledge: MatchKnowledge,
  { trained, calibration, pause = async () => {} }: Means = {},
): Matching {
  const classes = matchClasses(knowledge);
  const lexicon = trained ? lexiconOf(trained.lexicon) : createLexicon(knowledge.lexicon);
  const index = trained?.index ?? buildIndex(classes, lexicon);
  const spell = spellerOf(index.words);
  const spellDanger = trained ? createAlarmSpeller(trained.alarm, spell) : spell;
  const alarm = trained && createAlarm(trained.alarm, { lexicon, spell: spellDanger });
  const rank = remembering(createRanking({ classes, index, lexicon, spell, ...(trained && { trained }) }));

  return {
    lexicon,
    index,
    spell,
    mendDanger: (found) => inTurns(mend(found, spellDanger), pause),
    subjects: (found) => {
      if (trained)
        return shareOut(classScores(vectorOf(featuresOf(readWords(found, lexicon)), trained.space), trained.subjects));
      const { candidates } = atOnce(rank(found.join(' ')));
      const shares = new Float64Array(classes.length);
      sharesOf(candidates).forEach((share, at) => {
        shares[candidates[at]?.one ?? 0] = share;
      });
      return shares;
    },
    find: async (question) => {
      const ranked = await inTurns(rank(question), pause);
      const targets = ranked.candidates.flatMap((candidate) => {
        const meaning = classes[candidate.one]?.meaning;
        return meaning === undefined || meaning.kind === 'urgent' ? [] : [{ meaning, ...candidate }];
      });
      const shares = sharesOf(targets);
      const first = targets.findIndex(({ meaning }) => meaning.kind === 'passage');
      const features = featuresOfPassage(ranked, targets[first]?.one);
      // Letters alone can look alike; a text without one known word is about nothing.
      const sure = ranked.known > 0 && features ? calibration && confidenceOf(features, calibration) : 0;
      const scale = sure === undefined ? 1 : sure / (shares[first] || 1);
      return targets
        .map(({ meaning, evidence, nearest }, at): Match => {
          const share = shares[at] ?? 0;
          const confidence = meaning.kind === 'passage' ? Math.min(1, share * scale) : share;
          return { ...meaning, share, confidence, evidence, nearest };
        })
        .filter(({ share }) => share >= FAINTEST);
    },
    urgency: async (text) => {
      const [first, second] = words(text);
      if (first === undefined || (second === undefined && STOP_WORDS.has(first))) return undefined;
      const bySubject = sharesBySubject(await inTurns(rank(text), pause));
      if (!alarm) return urgencyOf(bySubject, bySubject, []);
      const { levels, others } = await inTurns(alarm(text), pause);
      return urgencyOf(levels, bySubject, others);
    },
    read: (text) => readWords(words(text).map(spell), lexicon),
    judge: (question) => {
      const ranked = atOnce(rank(question));
      const first = ranked.candidates.find(({ one }) => classes[one]?.meaning.kind === 'passage');
      const meaning = first && classes[first.one]?.meaning;
      const features = featuresOfPassage(ranked, first?.one);
      return meaning?.kind === 'passage' && features ? { passage: meaning.passage.id, features } : undefined;
    },
  };

  /** Features of the ranking with one passage taken as the answer, whatever stands before it, and of what passages, topics and talk weigh. */
  function featuresOfPassage(ranked: Ranked, one: number | undefined): readonly number[] | undefined {
    const first = ranked.candidates.find((candidate) => candidate.one === one);
    if (!first) return undefined;
    const weight = { passage: LEAST, topic: LEAST, talk: LEAST, urgent: LEAST };
    const shares = sharesOf(ranked.candidates);
    ranked.candidates.forEach((candidate, at) => {
      const meaning = classes[candidate.one]?.meaning;
      if (meaning) weight[meaning.kind] += shares[at] ?? 0;
    });
    const others = ranked.candidates.filter((candidate) => candidate !== first);
    return [
      ...confidenceFeatures({ ...ranked, candidates: [first, ...others] }),
      Math.log(weight.passage / weight.topic),
      Math.log(weight.talk),
    ];
  }

  function sharesBySubject({ candidates }: Ranked): Float64Array {
    const shares = sharesOf(candidates);
    return sharesOfUrgency(
      candidates.map(({ one }, at) => {
        const meaning = classes[one]?.meaning;
        return { level: meaning ? urgencyClassOf(meaning) : -1, share: shares[at] ?? 0 };
      }),
    );
  }
}

function sharesOf(scored: readonly { readonly score: number }[]): Float64Array {
  return shareOut(
    Float64Array.from(scored, ({ score }) => score),
    SHARPNESS,
  );
}

/** Danger and subject are looked for in the same words, one after the other: the last ranking is kept. */
function remembering(rank: (text: string) => Steps<Ranked>): (text: string) => Steps<Ranked> {
  let last: { readonly text: string; readonly ranked: Ranked } | undefined;
  return function* (text) {
    if (last?.text === text) return last.ranked;
    const ranked = yield* rank(text);
    last = { text, ranked };
    return ranked;
  };
}
