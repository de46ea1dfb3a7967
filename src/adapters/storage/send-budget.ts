import type { Transaction } from 'kysely';
import type { Tables } from './tables';

type Limit = { readonly messages: number; readonly withinMs: number };

/** What Teams lets a bot send to one conversation ("Optimize your bot with rate limiting", learn.microsoft.com), one below each for the direct replies. */
const CONVERSATION: readonly Limit[] = [
  { messages: 6, withinMs: 1_000 },
  { messages: 7, withinMs: 2_000 },
  // Two seconds more than half a minute: what was slow to leave arrives together with what follows.
  { messages: 59, withinMs: 32_000 },
  { messages: 1_799, withinMs: 3_600_000 },
];
/** The same page: 30 requests a second for each app and directory. */
const COUNCIL: readonly Limit[] = [{ messages: 20, withinMs: 1_000 }];

/** Teams looks back an hour at most. */
const REMEMBERED_MS = 3_600_000;

type Message = { readonly id: string; readonly tenant: string; readonly target: string };

export type SendBudget = {
  /** Whether one more message may go to this conversation now; counts it if so. */
  readonly spend: (message: Message) => Promise<boolean>;
  /** Whether this council may be sent nothing more now, to whichever conversation. */
  readonly isSpent: (tenant: string) => boolean;
  /** Remembers for all instances that these are tried now. */
  readonly note: (taken: readonly Message[]) => Promise<void>;
};

/** Counts what all instances tried lately, every try of a message, and what is being taken. `now` in milliseconds since 1970 UTC. */
export function createSendBudget(trx: Transaction<Tables>, now: number): SendBudget {
  const left = new Map<string, number>();
  const leftFor = async (tenant: string, target: string | undefined): Promise<number> => {
    const key = keyOf(tenant, target);
    const known = left.get(key);
    if (known !== undefined) return known;
    const least = await leastLeft(trx, { tenant, target, now });
    left.set(key, least);
    return least;
  };
  return {
    spend: async ({ tenant, target }) => {
      const both = [await leftFor(tenant, target), await leftFor(tenant, undefined)] as const;
      if (both.some((one) => one <= 0)) return false;
      left.set(keyOf(tenant, target), both[0] - 1);
      left.set(keyOf(tenant, undefined), both[1] - 1);
      return true;
    },
    isSpent: (tenant) => (left.get(keyOf(tenant, undefined)) ?? 1) <= 0,
    note: async (taken) => {
      if (taken.length === 0) return;
      for (const tenant of new Set(taken.map((message) => message.tenant))) await forget(trx, tenant, now);
      await trx
        .insertInto('tries')
        .values(taken.map(({ id, tenant, target }) => ({ tenant, target, at: now, outgoing: id })))
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    },
  };
}

function keyOf(tenant: string, target: string | undefined): string {
  return JSON.stringify([tenant, target]);
}

type Window = { readonly tenant: string; readonly target: string | undefined; readonly now: number };

/**
 * How many more may be tried by the limit that leaves least. Another instance's clock may be ahead, so what lies as far ahead counts
 * too; what lies farther ahead was noted before the clock was put back, and would stop everything until the clock is there again.
 */
async function leastLeft(trx: Transaction<Tables>, { tenant, target, now }: Window): Promise<number> {
  const limits = target === undefined ? COUNCIL : CONVERSATION;
  const longest = Math.max(...limits.map(({ withinMs }) => withinMs));
  const tried = await trx
    .selectFrom('tries')
    .select(({ fn }) =>
      limits.map(({ withinMs }) =>
        fn
          .countAll<number>()
          .filterWhere('at', '>', now - withinMs)
          .filterWhere('at', '<', now + withinMs)
          .as(String(withinMs)),
      ),
    )
    .where('tenant', '=', tenant)
    .$if(target !== undefined, (query) => query.where('target', '=', target ?? ''))
    .where('at', '>', now - longest)
    .executeTakeFirstOrThrow();
  return Math.min(...limits.map(({ messages, withinMs }) => messages - (tried[String(withinMs)] ?? 0)));
}

/** Not with every claim: what is a little too old does no harm. */
async function forget(trx: Transaction<Tables>, tenant: string, now: number): Promise<void> {
  const old = await trx
    .selectFrom('tries')
    .select('at')
    .where('tenant', '=', tenant)
    .where('at', '<=', now - 2 * REMEMBERED_MS)
    .limit(1)
    .executeTakeFirst();
  if (old === undefined) return;
  await trx
    .deleteFrom('tries')
    .where('tenant', '=', tenant)
    .where('at', '<=', now - REMEMBERED_MS)
    .execute();
}
