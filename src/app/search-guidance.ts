import { createGuidanceFinder, type ReadyGuidance, readyGuidance } from '../core/guidance/create-guidance-finder';
import type { Guidance } from '../core/guidance/guidance';
import { inTurns } from '../core/steps';
import type { Surroundings, Visit } from './surroundings';

/** The saved answers that fit some words or hold them, best first; all of them, newest first, for no words. */
export async function searchGuidance(visit: Visit, words: string, given: Surroundings): Promise<readonly Guidance[]> {
  const all = await given.store.guidance.list(visit.tenant);
  const wanted = words.trim().toLowerCase();
  if (wanted === '') return all;
  const { guidance, pause } = given;
  const ready: ReadyGuidance[] = [];
  for (const one of all) ready.push(await inTurns(readyGuidance(one, guidance.read), pause));
  const found = await inTurns(createGuidanceFinder(ready, guidance.read)(words), pause);
  const holding = all.filter(({ question, ways, answer }) =>
    [question, ...ways, answer].join('\n').toLowerCase().includes(wanted),
  );
  return [...new Set([...found.map((match) => match.guidance), ...holding])];
}
