import { type Features, featuresOf } from './features';

/** How alike a text is to the ways of asking of each class, by class number: 0 for nothing in common, about 1 for the same words. */
export type ExemplarEvidence = (text: string) => Float64Array;

/** A feature that only one way of asking has says nothing about its class. */
const FEWEST_HOLDERS = 2;
/** The nearest exemplar counts most; the next two guard against one odd phrasing. */
const NEIGHBOUR_WEIGHTS = [0.6, 0.25, 0.15];

/** Compares by TF-IDF cosine with every way of asking; `classes` are lists of ways. */
export function compareExemplars(classes: readonly (readonly string[])[]): ExemplarEvidence {
  const samples = classes.flatMap((ways, owner) => ways.map((way) => ({ owner, features: featuresOf(way) })));
  const holders = new Map<string, number>();
  for (const { features } of samples)
    for (const name of features.keys()) holders.set(name, (holders.get(name) ?? 0) + 1);
  const weigh = (features: Features): ReadonlyMap<string, number> => {
    const weighed = new Map<string, number>();
    let square = 0;
    for (const [name, count] of features) {
      const held = holders.get(name) ?? 0;
      if (held < FEWEST_HOLDERS) continue;
      const weight = (1 + Math.log(1 + count)) * Math.log(samples.length / held);
      weighed.set(name, weight);
      square += weight * weight;
    }
    const length = Math.sqrt(square) || 1;
    for (const [name, weight] of weighed) weighed.set(name, weight / length);
    return weighed;
  };
  const postings = new Map<string, { readonly sample: number[]; readonly weight: number[] }>();
  samples.forEach(({ features }, sample) => {
    for (const [name, weight] of weigh(features)) {
      const row = postings.get(name) ?? { sample: [], weight: [] };
      postings.set(name, row);
      row.sample.push(sample);
      row.weight.push(weight);
    }
  });
  return (text) => {
    const likeness = new Float64Array(samples.length);
    for (const [name, weight] of weigh(featuresOf(text))) {
      const row = postings.get(name);
      row?.sample.forEach((sample, index) => {
        likeness[sample] = (likeness[sample] ?? 0) + weight * (row.weight[index] ?? 0);
      });
    }
    return nearestOfEach(classes.length, samples, likeness);
  };
}

function nearestOfEach(
  count: number,
  samples: readonly { readonly owner: number }[],
  likeness: Float64Array,
): Float64Array {
  const nearest = Array.from({ length: count }, () => NEIGHBOUR_WEIGHTS.map(() => 0));
  samples.forEach(({ owner }, sample) => {
    const best = nearest[owner];
    const value = likeness[sample] ?? 0;
    if (!best || value <= (best.at(-1) ?? 0)) return;
    best[best.length - 1] = value;
    best.sort((a, b) => b - a);
  });
  return Float64Array.from(nearest, (best) =>
    best.reduce((sum, value, rank) => sum + value * (NEIGHBOUR_WEIGHTS[rank] ?? 0), 0),
  );
}
