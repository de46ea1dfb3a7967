import type { Features } from '../match/features';
import { type SentenceFeatures, signFeature } from './draft-features';

/** Some sentences that follow each other, weighed together: their tokens, from `first` to before `end`, and their features. */
export type DraftWindow = { readonly first: number; readonly end: number; readonly features: Features };

/** As many sentences as are weighed together: what makes words grave, or harmless, stands seldom further away. */
export const WINDOW = 3;

/** Every run of `size` sentences that follow each other, or the one run of all when there are fewer. */
export function windowsOf(sentences: readonly SentenceFeatures[], size: number): readonly DraftWindow[] {
  const everywhere = countSigns(sentences);
  const runs = sentences.length === 0 ? 0 : Math.max(1, sentences.length - size + 1);
  return Array.from({ length: runs }, (_, from) => windowOf(sentences.slice(from, from + size), everywhere));
}

/** Signs outside of the run count too, as signs elsewhere: "everyone in it has agreed" may stand at the end of a long post. */
function windowOf(run: readonly SentenceFeatures[], everywhere: ReadonlyMap<string, number>): DraftWindow {
  const features = new Map<number, number>();
  for (const { words } of run)
    for (const [feature, count] of words) features.set(feature, (features.get(feature) ?? 0) + count);
  const here = countSigns(run);
  for (const sign of here.keys()) features.set(signFeature(sign, 'here'), 1);
  for (const [sign, count] of everywhere)
    if (count > (here.get(sign) ?? 0)) features.set(signFeature(sign, 'elsewhere'), 1);
  return { first: run[0]?.first ?? 0, end: run.at(-1)?.end ?? 0, features };
}

/** How many sentences have each sign. */
function countSigns(sentences: readonly SentenceFeatures[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { signs } of sentences) for (const sign of signs) counts.set(sign, (counts.get(sign) ?? 0) + 1);
  return counts;
}
