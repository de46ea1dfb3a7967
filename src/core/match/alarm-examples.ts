import type { Vector } from './feature-space';
import { type NumberList, numberRows } from './number-list';

/**
 * Messages that tell of danger, and harmless ones that tell it apart, by the features in them: the messages with feature `n` are entries
 * `starts[n]` to `starts[n + 1]`, each with its weight there in 255ths of 1, where the weights of a message have length 1.
 */
export type AlarmExamples = {
  /** How much each feature tells danger from everything else; 0 where it is in too many messages to tell anything. */
  readonly telling: Float32Array;
  readonly starts: Uint32Array;
  readonly messages: NumberList;
  readonly weight: Uint8Array;
  /** 1 for each message that tells of danger, 0 for each other. */
  readonly danger: Uint8Array;
};

/** A text whose danger is known. All say which features tell danger; only those that are `kept` are examples. */
export type AlarmSample = { readonly vector: Vector; readonly danger: boolean; readonly kept: boolean };

/**
 * Chosen on 5,600 labelled messages: with 15 to 60 neighbours, and a nearness that counts ten to thirty times, the missed dangers differ
 * by two of 858. Features in more messages, and fainter weights, change nothing and take ten times as long.
 */
const NEIGHBOURS = 30;
const SHARPNESS = 30;
const MOST_MESSAGES = 3_000;
const FAINTEST = 0.06;
/** What a feature tells that is as common in danger as elsewhere. */
const LEAST_TELLING = 0.1;
const STEPS = 255;

/** Lists examples under each of their features. `features` is the size of the space that their vectors stand in. */
export function indexAlarmExamples(samples: readonly AlarmSample[], features: number): AlarmExamples {
  const telling = tellingOf(samples, features);
  const rows: [number, number][][] = Array.from({ length: features }, () => []);
  const kept = samples.filter((sample) => sample.kept);
  kept.forEach(({ vector }, message) => {
    const { at, weight } = weighed(vector, telling);
    weight.forEach((value, index) => {
      if (value >= FAINTEST) rows[at[index] ?? 0]?.push([message, Math.round(value * STEPS)]);
    });
  });
  const { starts, numbers } = numberRows(
    rows.map((row) => row.map(([message]) => message)),
    kept.length,
  );
  return {
    telling,
    starts,
    messages: numbers,
    weight: Uint8Array.from(rows.flatMap((row) => row.map(([, value]) => value))),
    danger: Uint8Array.from(kept, ({ danger }) => Number(danger)),
  };
}

/** How far the share of a feature in danger is from its share elsewhere, as a root of the logarithm. */
function tellingOf(samples: readonly AlarmSample[], features: number): Float32Array {
  const holders = new Uint32Array(features);
  const shares = [true, false].map((danger) => {
    const sums = new Float64Array(features).fill(1);
    for (const sample of samples)
      if (sample.danger === danger)
        sample.vector.at.forEach((feature, index) => {
          holders[feature] = (holders[feature] ?? 0) + 1;
          sums[feature] = (sums[feature] ?? 0) + (sample.vector.weight[index] ?? 0);
        });
    const total = sums.reduce((sum, value) => sum + value, 0);
    return sums.map((value) => value / total);
  });
  const [inDanger, elsewhere] = shares;
  return Float32Array.from(holders, (count, feature) =>
    count > MOST_MESSAGES
      ? 0
      : LEAST_TELLING + Math.sqrt(Math.abs(Math.log((inDanger?.[feature] ?? 1) / (elsewhere?.[feature] ?? 1)))),
  );
}

/** Each weight times what its feature tells, scaled to length 1. */
function weighed({ at, weight }: Vector, telling: Float32Array): Vector {
  const told = weight.map((value, index) => value * (telling[at[index] ?? 0] ?? 0));
  const length = Math.sqrt(told.reduce((sum, value) => sum + value * value, 0)) || 1;
  return { at, weight: told.map((value) => value / length) };
}

/**
 * The share of danger among the examples nearest to a text, the nearer the heavier, from 0 to 1. Where too few have anything in common
 * with it, the others count as harmless and far.
 */
export function createAlarmLikeness(examples: AlarmExamples): (vector: Vector) => number {
  const { telling, starts, messages, weight: weights, danger } = examples;
  const cosines = new Float32Array(danger.length);
  const touched = new Uint32Array(danger.length);
  return (vector) => {
    const { at, weight } = weighed(vector, telling);
    let count = 0;
    for (let index = 0; index < at.length; index++) {
      const feature = at[index] ?? 0;
      const value = (weight[index] ?? 0) / STEPS;
      const end = starts[feature + 1] ?? 0;
      for (let place = starts[feature] ?? 0; place < end; place++) {
        const message = messages[place] ?? 0;
        if (cosines[message] === 0) touched[count++] = message;
        cosines[message] = (cosines[message] ?? 0) + value * (weights[place] ?? 0);
      }
    }
    const near = nearest(cosines, touched.subarray(0, count));
    const [inDanger, elsewhere] = [1, 0].map((kind) =>
      near.reduce((sum, message) => (danger[message] === kind ? sum + closeness(cosines[message] ?? 0) : sum), 0),
    );
    for (let index = 0; index < count; index++) cosines[touched[index] ?? 0] = 0;
    const missing = (NEIGHBOURS - near.length) * closeness(0);
    return (inDanger ?? 0) / ((inDanger ?? 0) + (elsewhere ?? 0) + missing);
  };
}

function closeness(cosine: number): number {
  return Math.exp(SHARPNESS * cosine);
}

/** The messages with the highest cosines, best first; among equals the first that was touched. */
function nearest(cosines: Float32Array, touched: Uint32Array): readonly number[] {
  const best: number[] = [];
  let least = 0;
  for (let index = 0; index < touched.length; index++) {
    const message = touched[index] ?? 0;
    const cosine = cosines[message] ?? 0;
    if (best.length === NEIGHBOURS && cosine <= least) continue;
    let place = best.length;
    while (place > 0 && (cosines[best[place - 1] ?? 0] ?? 0) < cosine) place--;
    best.splice(place, 0, message);
    if (best.length > NEIGHBOURS) best.pop();
    least = cosines[best.at(-1) ?? 0] ?? 0;
  }
  return best;
}
