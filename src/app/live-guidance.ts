import { createGuidanceFinder, type ReadyGuidance, readyGuidance } from '../core/guidance/create-guidance-finder';
import type { GuidanceFinder, GuidanceMatch } from '../core/guidance/guidance';
import type { GuidanceReader } from '../core/guidance/read-guidance';
import { inTurns, type Pause } from '../core/steps';
import type { GuidanceStore } from './ports';

/** The published answers of each council as they are at this moment, on whichever instance they were changed. */
export type LiveGuidance = {
  readonly read: GuidanceReader;
  readonly published: (tenant: string) => Promise<readonly ReadyGuidance[]>;
  readonly find: (tenant: string, question: string) => Promise<readonly GuidanceMatch[]>;
};

type Loaded = { readonly ready: readonly ReadyGuidance[]; readonly find: GuidanceFinder };

/**
 * Keeps what was read of a council's answers until its revision is another one; asking for that is one short query. Whoever asks while
 * they are being read waits for the same reading.
 */
export function createLiveGuidance(store: GuidanceStore, read: GuidanceReader, pause: Pause): LiveGuidance {
  const kept = new Map<string, { readonly revision: number; readonly loading: Promise<Loaded> }>();
  return {
    read,
    published: async (tenant) => (await present(tenant)).ready,
    find: async (tenant, question) => inTurns((await present(tenant)).find(question), pause),
  };

  async function present(tenant: string): Promise<Loaded> {
    // The revision first: what is saved after it was read makes another one, and is loaded with the next question at the latest.
    const revision = await store.revision(tenant);
    const known = kept.get(tenant);
    if (known?.revision === revision) return known.loading;
    const loading = load(tenant, known?.loading);
    kept.set(tenant, { revision, loading });
    try {
      return await loading;
    } catch (error) {
      if (kept.get(tenant)?.loading === loading) kept.delete(tenant);
      throw error;
    }
  }

  async function load(tenant: string, earlier: Promise<Loaded> | undefined): Promise<Loaded> {
    const known = await earlier?.catch(() => undefined);
    const before = new Map(known?.ready.map((one) => [keyOf(one.guidance), one]));
    const ready: ReadyGuidance[] = [];
    for (const one of await store.published(tenant))
      ready.push(before.get(keyOf(one)) ?? (await inTurns(readyGuidance(one, read), pause)));
    return { ready, find: createGuidanceFinder(ready, read) };
  }
}

function keyOf({ id, version }: ReadyGuidance['guidance']): string {
  return JSON.stringify([id, version]);
}
