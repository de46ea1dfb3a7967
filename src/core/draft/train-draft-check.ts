import { createFeatureSpace, type FeatureSpace, vectorOf } from '../match/feature-space';
import type { Lexicon } from '../match/lexicon';
import { type LinearSample, trainLinear } from '../match/train-linear';
import type { DraftRule, LabelledDraft } from './draft';
import { sentencesOf, signFeature, signNames } from './draft-features';
import { NOWHERE } from './draft-local';
import { createDraftReading, type DraftReading } from './draft-reading';
import { readDraftSignals } from './draft-signals';
import { type DraftCheckWeights, SCORES_PER_RULE } from './draft-weights';
import { type DraftWindow, WINDOW, windowsOf } from './draft-windows';
import { offsetsOf } from './read-draft';

const PASSES = 10;
/** A feature of one window alone says nothing about others. */
const FEWEST = 2;

/** What a sign weighs where a word weighs its rarity, which is 3 to 9 for most words. */
const SIGN = 7;

/** A rule with fewer labelled drafts that break it is not learned, and goes by its signals alone. */
const FEWEST_EXAMPLES = 10;

/** An example that stands with its rule counts as much as so many others. */
const OWN_EXAMPLES = 3;

/**
 * Learns from labelled drafts which words break which rule, and how gravely: logistic regression for each rule over single
 * sentences, runs of two and three, and whole drafts. The same drafts give the same weights.
 */
export function trainDraftCheck(
  drafts: readonly LabelledDraft[],
  { rules, lexicon }: { readonly rules: readonly DraftRule[]; readonly lexicon: Lexicon },
): DraftCheckWeights {
  const read = createDraftReading(readDraftSignals(rules), NOWHERE);
  const ids = rules.map(({ id }) => id);
  const taught = ids.filter((id) => countOf(id, drafts) >= FEWEST_EXAMPLES);
  const own = rules.flatMap(({ examples }) => examples);
  const windows = [...Array.from({ length: OWN_EXAMPLES }, () => own).flat(), ...drafts].flatMap((draft) => {
    const reading = read(draft.draft);
    const sentences = sentencesOf(reading, lexicon, ids);
    return sizesFor(sentences.length).flatMap((size) =>
      windowsOf(sentences, size).map((window) => ({ window, targets: targetsOf(draft, { reading, window, taught }) })),
    );
  });
  const space = spaceOf(
    windows.map(({ window }) => window),
    new Set(signNames(rules).map(signFeature)),
  );
  return {
    rules: taught,
    space,
    scores: trainLinear(
      windows.map(({ window, targets }) => sampleOf(window, targets, space)),
      { features: space.hashes.length, classes: SCORES_PER_RULE * taught.length, passes: PASSES },
    ),
  };
}

function countOf(rule: string, drafts: readonly LabelledDraft[]): number {
  return drafts.filter(({ marks }) => marks.some((mark) => mark.rule === rule)).length;
}

/** One, two, three, and all sentences, each number once. */
function sizesFor(sentences: number): readonly number[] {
  const sizes = Array.from({ length: WINDOW }, (_, at) => at + 1).filter((size) => size < sentences);
  return [...sizes, sentences];
}

/** What each score should be: 1 or 0, or undefined where the example says nothing. */
type Targets = readonly (0 | 1 | undefined)[];

function targetsOf(
  { marks }: LabelledDraft,
  { reading, window, taught }: { reading: DraftReading; window: DraftWindow; taught: readonly string[] },
): Targets {
  const { start, end } = offsetsOf({ first: window.first, last: window.end - 1 }, reading);
  return taught.flatMap((id): Targets => {
    const mark = marks.find(({ rule, ...words }) => rule === id && words.start < end && words.end > start);
    return mark ? [1, mark.severity === 'stop' ? 1 : 0] : [0, undefined];
  });
}

function sampleOf({ features }: DraftWindow, targets: Targets, space: FeatureSpace): LinearSample {
  return {
    vector: vectorOf(features, space),
    errorsOf: (scores) =>
      scores.map((score, one) => {
        const target = targets[one];
        return target === undefined ? 0 : 1 / (1 + Math.exp(-score)) - target;
      }),
  };
}

/** The space of all windows, in which every sign weighs the same however rare it is. */
function spaceOf(windows: readonly DraftWindow[], signs: ReadonlySet<number>): FeatureSpace {
  const { hashes, rarity } = createFeatureSpace(
    windows.map(({ features }) => features),
    FEWEST,
  );
  return { hashes, rarity: rarity.map((rare, at) => (signs.has(hashes[at] ?? 0) ? SIGN : rare)) };
}
