import { createGuidanceFinder, readyGuidance } from '../core/guidance/create-guidance-finder';
import type { Guidance } from '../core/guidance/guidance';
import type { Surroundings, Visit } from './surroundings';

/** The saved answers that fit some words or hold them, best first; all of them, newest first, for no words. */
export async function searchGuidance(visit: Visit, words: string, given: Surroundings): Promise<readonly Guidance[]> {
  const all = await given.store.guidance.list(visit.tenant);
  const wanted = words.trim().toLowerCase();
  if (wanted === '') return all;
  const { read } = given.guidance;
  const find = createGuidanceFinder(
    all.map((one) => readyGuidance(one, read)),
    read,
  );
  const holding = all.filter(({ question, ways, answer }) =>
    [question, ...ways, answer].join('\n').toLowerCase().includes(wanted),
  );
  return [...new Set([...find(words).map(({ guidance }) => guidance), ...holding])];
}
