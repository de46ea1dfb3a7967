import type { Store } from '../../../src/app/ports';

/** What must stand in the outbox once a case has reached a version. */
const KINDS: readonly (readonly string[])[] = [['clerk-post'], ['answer', 'receipt-card', 'clerk-card']];

/** How many acknowledged steps a store has lost, and how many cases it has in part. Puts every waiting message aside, from a moment `from` on. */
export async function checkSteps(store: Store, steps: readonly string[], from: number) {
  let lost = 0;
  for (const step of steps) if (!(await isStored(store, step))) lost += 1;
  return { lost, torn: await torn(store, steps, from) };
}

async function isStored(store: Store, step: string): Promise<boolean> {
  const [id = '', version] = step.split(' ');
  return ((await store.cases.byId('council-1', id))?.version ?? 0) >= Number(version);
}

/** How many of the cases have not exactly the messages that belong to their version; those that were under way when the process ended too. */
async function torn(store: Store, steps: readonly string[], from: number): Promise<number> {
  const known = new Set(steps.map((step) => step.split(' ')[0] ?? ''));
  const waiting = new Map<string, string[]>();
  for (const { caseId = '', kind, id } of await everything(store, from)) {
    known.add(caseId);
    waiting.set(caseId, [...(waiting.get(caseId) ?? []), `${id.split(':')[1]} ${kind}`]);
  }
  let found = 0;
  for (const id of known) {
    const version = (await store.cases.byId('council-1', id))?.version ?? 0;
    const due = KINDS.slice(0, version).flatMap((kinds, at) => kinds.map((kind) => `${at + 1} ${kind}`));
    if (JSON.stringify((waiting.get(id) ?? []).sort()) !== JSON.stringify([...due].sort())) found += 1;
  }
  return found;
}

/** Every message that waits: each is put aside until nothing is left, at moments so far apart that no limit applies. */
async function everything(store: Store, from: number) {
  const found = [];
  for (let now = from; ; now += 3_600_000) {
    const claimed = await store.outbox.claim(now, now + 1, 1_000);
    if (claimed.length === 0) return found;
    found.push(...claimed);
    for (const { id } of claimed) await store.outbox.drop(id, now);
  }
}
