import { createGuidanceFinder, type ReadyGuidance, readyGuidance } from './create-guidance-finder';
import type { Guidance } from './guidance';
import type { GuidanceReader } from './read-guidance';
import { shownGuidance } from './shown-guidance';

/** A question for which another answer would be shown than now; nothing where none is. */
export type ChangedAdvice = { readonly question: string; readonly before?: Guidance; readonly after?: Guidance };

/** Which of some questions would be shown another answer if a candidate were published beside, or in place of its earlier version among, the existing ones. */
export function findChangedAdvice(
  questions: readonly string[],
  {
    candidate,
    existing,
    read,
  }: { readonly candidate: Guidance; readonly existing: readonly ReadyGuidance[]; readonly read: GuidanceReader },
): readonly ChangedAdvice[] {
  const readings = new Map(questions.map((question) => [question, read(question)]));
  const readOnce: GuidanceReader = (text) => readings.get(text) ?? read(text);
  const next = readyGuidance(candidate, read);
  const others = existing.filter(({ guidance }) => guidance.id !== candidate.id);
  const versions = [next, ...existing.filter(({ guidance }) => guidance.id === candidate.id)];
  const either = createGuidanceFinder(versions, readOnce);
  const now = createGuidanceFinder(existing, readOnce);
  const then = createGuidanceFinder([...others, next], readOnce);
  return [...readings.keys()].flatMap((question) => {
    // Where neither version would be shown, whatever else is shown stays as it is.
    if (!shownGuidance(either(question))) return [];
    const [before, after] = [shownGuidance(now(question)), shownGuidance(then(question))];
    if (before?.id === after?.id && before?.answer === after?.answer) return [];
    return [{ question, ...(before && { before }), ...(after && { after }) }];
  });
}
