import { type Features, hashOf } from '../../../src/core/match/features';

/** Words as features, each counted as often as it stands there. */
export function counted(words: readonly string[]): Features {
  const features = new Map<number, number>();
  for (const word of words) features.set(hashOf(word), (features.get(hashOf(word)) ?? 0) + 1);
  return features;
}
