import type { Features } from './features';
import { placeOf } from './place-of';

/** A text as numbered features with weights. Both lists run side by side. */
export type Vector = { readonly at: Uint32Array; readonly weight: Float32Array };

/** The features that a set of texts has, by rising hash, and how rare each is. */
export type FeatureSpace = { readonly hashes: Uint32Array; readonly rarity: Float32Array };

/** Counts the features of texts. A feature that fewer than `fewest` texts have says little about what texts have in common. */
export function createFeatureSpace(texts: Iterable<Features>, fewest: number): FeatureSpace {
  const holders = new Map<number, number>();
  let size = 0;
  for (const text of texts) {
    size++;
    for (const feature of text.keys()) holders.set(feature, (holders.get(feature) ?? 0) + 1);
  }
  const kept = [...holders].filter(([, count]) => count >= fewest).map(([feature]) => feature);
  const hashes = Uint32Array.from(kept).sort();
  return {
    hashes,
    rarity: Float32Array.from(hashes, (feature) => Math.log(size / (holders.get(feature) ?? 1))),
  };
}

/** TF-IDF with a damped count, scaled to length 1; features that the space does not know are left out. */
export function vectorOf(features: Features, space: FeatureSpace): Vector {
  const { at, weight } = unscaled(features, space);
  const length = Math.sqrt(weight.reduce((sum, value) => sum + value * value, 0)) || 1;
  return { at, weight: weight.map((value) => value / length) };
}

/** The same before it is scaled, so that parts of a text can be compared by how much they add. */
export function unscaled(features: Features, { hashes, rarity }: FeatureSpace): Vector {
  const at: number[] = [];
  const weight: number[] = [];
  for (const [feature, count] of features) {
    const number = placeOf(feature, hashes);
    if (number < 0) continue;
    at.push(number);
    weight.push((1 + Math.log(1 + count)) * (rarity[number] ?? 0));
  }
  return { at: Uint32Array.from(at), weight: Float32Array.from(weight) };
}
