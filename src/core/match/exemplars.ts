import type { FeatureSpace, Vector } from './feature-space';

/** How alike a text is to the ways of asking of each class, by class number: 0 for nothing in common, about 1 for the same words. */
export type ExemplarEvidence = (vector: Vector) => Float64Array;

/** The nearest exemplar counts most; the next two guard against one odd phrasing. */
const NEIGHBOUR_WEIGHTS = [0.6, 0.25, 0.15];

/** Compares by cosine with every way of asking; `classes` are lists of ways. */
export function compareExemplars(classes: readonly (readonly string[])[], space: FeatureSpace): ExemplarEvidence {
  const owners = classes.flatMap((ways, owner) => ways.map(() => owner));
  const postings = Array.from({ length: space.size }, () => ({ sample: [] as number[], weight: [] as number[] }));
  for (const [sample, way] of classes.flat().entries()) {
    const { at, weight } = space.vectorOf(way);
    at.forEach((feature, index) => {
      postings[feature]?.sample.push(sample);
      postings[feature]?.weight.push(weight[index] ?? 0);
    });
  }
  return ({ at, weight }) => {
    const likeness = new Float64Array(owners.length);
    at.forEach((feature, index) => {
      const row = postings[feature];
      const share = weight[index] ?? 0;
      row?.sample.forEach((sample, place) => {
        likeness[sample] = (likeness[sample] ?? 0) + share * (row.weight[place] ?? 0);
      });
    });
    return nearestOfEach(classes.length, owners, likeness);
  };
}

function nearestOfEach(count: number, owners: readonly number[], likeness: Float64Array): Float64Array {
  const nearest = Array.from({ length: count }, () => NEIGHBOUR_WEIGHTS.map(() => 0));
  owners.forEach((owner, sample) => {
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
