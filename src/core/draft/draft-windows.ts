import type { Features } from '../match/features';
import { type SentenceFeatures, signFeature } from './draft-features';

/** Some sentences that follow each other, weighed together: their tokens, from `first` to before `end`, and their features. */
export type DraftWindow = { readonly first: number; readonly end: number; readonly features: Features };

/** As many sentences as are weighed together: what makes words grave, or harmless, stands seldom further away. */
export const WINDOW = 3;

/** Every run of `size` sentences that follow each other, or the one run of all when there are fewer. */
export function windowsOf(sentences: readonly SentenceFeatures[], size: number): readonly DraftWindow[] {
  const runs = sentences.length === 0 ? 0 : Math.max(1, sentences.length - size + 1);
  return Array.from({ length: runs }, (_, from) => windowOf(sentences.slice(from, from + size)));
}

function windowOf(run: readonly SentenceFeatures[]): DraftWindow {
  const features = new Map<number, number>();
  for (const { words, signs } of run) {
    for (const [feature, count] of words) features.set(feature, (features.get(feature) ?? 0) + count);
    for (const sign of signs) features.set(signFeature(sign), 1);
  }
  return { first: run[0]?.first ?? 0, end: run.at(-1)?.end ?? 0, features };
}
