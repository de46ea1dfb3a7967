import type { ChangedAdvice } from './find-changed-advice';

/** What publishing would do to past questions. */
export type GuidancePreview = {
  /** Questions that the policy does not settle and that would now be answered. */
  readonly answered: readonly string[];
  /** Questions that the policy settles, below whose answer the guidance would stand. */
  readonly below: readonly string[];
  /** Questions that have another clerk's answer now, or would lose the one they have. */
  readonly changed: readonly string[];
};

/** Sorts what would change by what a councillor would notice; `settled` says whether the policy answers a question by itself. */
export function previewGuidance(advice: readonly (ChangedAdvice & { readonly settled: boolean })[]): GuidancePreview {
  const fresh = advice.filter(({ before }) => !before);
  const questions = (some: readonly ChangedAdvice[]) => some.map(({ question }) => question);
  return {
    answered: questions(fresh.filter(({ settled }) => !settled)),
    below: questions(fresh.filter(({ settled }) => settled)),
    changed: questions(advice.filter(({ before }) => before)),
  };
}
