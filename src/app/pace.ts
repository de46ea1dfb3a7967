import type { Clock } from './ports';

/** So many different things within so many milliseconds. */
type Rate = { readonly most: number; readonly withinMs: number };

/** Whoever types faster than this is a program, or a finger on a key. */
const MESSAGES: Rate = { most: 20, withinMs: 60_000 };
/** The clerk has to read each of these. Danger is not counted. */
const CASES: Rate = { most: 5, withinMs: 10 * 60_000 };

/** Whether somebody may go on. `id` tells things apart: one that is tried again, because Teams sent it twice, is counted once. */
export type Pace = {
  readonly message: (person: string, id: string) => boolean;
  readonly newCase: (person: string, id: string) => boolean;
};

/** For where nobody has to be slowed down, such as a terminal. */
export const ANY_PACE: Pace = { message: () => true, newCase: () => true };

/** Counted in the memory of one instance: two instances let through twice as much at most, which does no harm. */
export function createPace(clock: Clock): Pace {
  return { message: createCount(MESSAGES, clock), newCase: createCount(CASES, clock) };
}

type Counted = { readonly id: string; readonly at: number };

function createCount({ most, withinMs }: Rate, clock: Clock): Pace['message'] {
  const kept = new Map<string, readonly Counted[]>();
  return (person, id) => {
    const since = clock() - withinMs;
    const recent = (kept.get(person) ?? []).filter(({ at }) => at > since);
    if (recent.some((one) => one.id === id)) return true;
    if (recent.length >= most) return false;
    letGo(kept, since);
    kept.delete(person);
    kept.set(person, [...recent, { id, at: clock() }]);
    return true;
  };
}

/** Whoever was heard longest ago stands first. */
function letGo(kept: Map<string, readonly Counted[]>, since: number): void {
  for (const [person, counted] of kept) {
    if ((counted.at(-1)?.at ?? 0) > since) break;
    kept.delete(person);
  }
}
