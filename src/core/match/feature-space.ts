import { type Features, featuresOf } from './features';

/** A text as numbered features with weights, of length 1. Both lists run side by side. */
export type Vector = { readonly at: readonly number[]; readonly weight: readonly number[] };

/** The features that a set of texts has, in a fixed order, and how rare each is. */
export type FeatureSpace = {
  readonly size: number;
  readonly vectorOf: (text: string) => Vector;
};

/** A feature that only one text has says nothing about what texts have in common. */
const FEWEST_HOLDERS = 2;

/** Counts the features of texts; features are numbered in alphabetical order, so that the order of the texts changes nothing. */
export function createFeatureSpace(texts: readonly string[]): FeatureSpace {
  const holders = new Map<string, number>();
  for (const text of texts) for (const name of featuresOf(text).keys()) holders.set(name, (holders.get(name) ?? 0) + 1);
  const names = [...holders.keys()].filter((name) => (holders.get(name) ?? 0) >= FEWEST_HOLDERS).sort();
  const numbers = new Map(names.map((name, at) => [name, at]));
  const rarity = names.map((name) => Math.log(texts.length / (holders.get(name) ?? 1)));
  return { size: names.length, vectorOf: (text) => weigh(featuresOf(text), numbers, rarity) };
}

/** TF-IDF with a damped count, scaled to length 1. */
function weigh(features: Features, numbers: ReadonlyMap<string, number>, rarity: readonly number[]): Vector {
  const at: number[] = [];
  const weight: number[] = [];
  let square = 0;
  for (const [name, count] of features) {
    const number = numbers.get(name);
    if (number === undefined) continue;
    const value = (1 + Math.log(1 + count)) * (rarity[number] ?? 0);
    at.push(number);
    weight.push(value);
    square += value * value;
  }
  const length = Math.sqrt(square) || 1;
  return { at, weight: weight.map((value) => value / length) };
}
