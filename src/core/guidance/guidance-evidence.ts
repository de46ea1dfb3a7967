import { letterLikeness } from '../match/letters';
import type { Evidence } from '../model';
import type { GuidanceReading } from './read-guidance';

/** Meanings of which a question and an answer cannot each have the other one: "when does it start" is not "when does it end". */
const OPPOSITES: readonly (readonly [string, string])[] = [
  ['start-out', 'finish'],
  ['start-out', 'stop'],
  ['before', 'after'],
];
/** Brings worths, which reach to about 20 for a whole question, near to 1. */
const WORTH_UNIT = 10;

/** The question of a saved answer and the other ways to ask it, at least one, and what they say together. */
export type GuidanceTexts = { readonly texts: readonly GuidanceReading[]; readonly all: Meanings };

type Meanings = Pick<GuidanceReading, 'stems' | 'concepts' | 'asks'>;

/** Puts readings together once, so that many questions can be compared with them. */
export function guidanceTexts(texts: readonly GuidanceReading[]): GuidanceTexts {
  return {
    texts,
    all: {
      stems: new Set(texts.flatMap(({ stems }) => [...stems])),
      concepts: new Set(texts.flatMap(({ concepts }) => [...concepts])),
      asks: new Set(texts.flatMap(({ asks }) => [...asks])),
    },
  };
}

/** Why a question may be one that a saved answer was written for, as named numbers. */
export function guidanceEvidence(asked: GuidanceReading, { texts, all }: GuidanceTexts): Evidence {
  const agreement = texts.map((text) => agreementOf(asked.about, text.about));
  const foreign = asked.subjects.filter((word) => !isIn(word, all)).reduce((sum, { worth }) => sum + worth, 0);
  return {
    subject: Math.max(...agreement),
    'subject on the whole': agreement.reduce((sum, one) => sum + one, 0) / texts.length,
    letters: Math.max(...texts.map((text) => letterLikeness(asked.letters, text.letters))),
    words: Math.max(...texts.map((text) => Math.sqrt(covered(asked, text) * covered(text, asked)))),
    'foreign words': foreign / WORTH_UNIT,
    length: Math.log(1 + asked.subjects.length),
    'asks for something else': [...asked.asks].some((word) => !all.asks.has(word)) ? 1 : 0,
    opposed: OPPOSITES.some((pair) => isOpposed(pair, asked, all)) ? 1 : 0,
  };
}

/** Bhattacharyya's coefficient of two lists of shares, given their square roots: 1 when they agree, 0 when they have nothing in common. */
function agreementOf(one: Float64Array, other: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < one.length; at++) sum += (one[at] ?? 0) * (other[at] ?? 0);
  return sum;
}

/** How much of what the words of one text are worth another text says too, in the same words or by a meaning. */
function covered({ subjects }: GuidanceReading, other: Meanings): number {
  const worth = subjects.reduce((sum, word) => sum + word.worth, 0);
  const found = subjects.filter((word) => isIn(word, other)).reduce((sum, word) => sum + word.worth, 0);
  return worth === 0 ? 0 : found / worth;
}

function isIn({ stem, concepts }: GuidanceReading['subjects'][number], { stems, concepts: known }: Meanings): boolean {
  return stems.has(stem) || concepts.some((concept) => known.has(concept));
}

function isOpposed([first, second]: readonly [string, string], asked: Meanings, all: Meanings): boolean {
  const says = (one: string, other: string) =>
    asked.concepts.has(one) && all.concepts.has(other) && !all.concepts.has(one) && !asked.concepts.has(other);
  return says(first, second) || says(second, first);
}
