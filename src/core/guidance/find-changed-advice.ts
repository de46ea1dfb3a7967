import { eachInSteps, type Steps } from '../steps';
import { createGuidanceFinder, type ReadyGuidance, readyGuidance } from './create-guidance-finder';
import type { Guidance } from './guidance';
import type { GuidanceReader } from './read-guidance';
import { shownGuidance } from './shown-guidance';

/** A question for which another answer would be shown than now; nothing where none is. */
export type ChangedAdvice = { readonly question: string; readonly before?: Guidance; readonly after?: Guidance };

/** Which of some questions would be shown another answer if a candidate were published beside, or in place of its earlier version among, the existing ones. */
export function* findChangedAdvice(
  questions: readonly string[],
  {
    candidate,
    existing,
    read,
  }: { readonly candidate: Guidance; readonly existing: readonly ReadyGuidance[]; readonly read: GuidanceReader },
): Steps<readonly ChangedAdvice[]> {
  const readings = new Map(yield* eachInSteps(questions, 1, (question) => [question, read(question)] as const));
  const readOnce: GuidanceReader = (text) => readings.get(text) ?? read(text);
  const next = yield* readyGuidance(candidate, read);
  const others = existing.filter(({ guidance }) => guidance.id !== candidate.id);
  const versions = [next, ...existing.filter(({ guidance }) => guidance.id === candidate.id)];
  const either = createGuidanceFinder(versions, readOnce);
  const now = createGuidanceFinder(existing, readOnce);
  const then = createGuidanceFinder([...others, next], readOnce);
  const changed: ChangedAdvice[] = [];
  for (const question of readings.keys()) {
    // Where neither version would be shown, whatever else is shown stays as it is.
    if (!shownGuidance(yield* either(question))) continue;
    const [before, after] = [shownGuidance(yield* now(question)), shownGuidance(yield* then(question))];
    if (before?.id === after?.id && before?.answer === after?.answer) continue;
    changed.push({ question, ...(before && { before }), ...(after && { after }) });
  }
  return changed;
}
