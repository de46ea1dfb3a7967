import type { Kysely } from 'kysely';
import type { ClerkChannel, DeskStore } from '../../app/ports';
import { jsonText } from './json-text';
import type { Tables } from './tables';
import { tryLinkCode } from './try-link-code';

/** Where each council's clerk works, and the code by which a channel is linked. */
export function deskStore(db: Kysely<Tables>): DeskStore {
  return {
    clerkChannel: (tenant) => clerkChannel(db, tenant),
    linkChannel: (tenant, channel, at) => linkChannel(db, { tenant, channel, at }),
    saveLinkCode: (tenant, hash, expires) => saveLinkCode(db, { tenant, hash, expires }),
    tryLinkCode: (tenant, hash, now) => tryLinkCode(db, { tenant, hash, now }),
    spendLinkCode: (tenant) => spendLinkCode(db, tenant),
  };
}

async function clerkChannel(db: Kysely<Tables>, tenant: string): Promise<ClerkChannel | undefined> {
  const row = await db.selectFrom('clerk_channels').selectAll().where('tenant', '=', tenant).executeTakeFirst();
  if (row === undefined) return undefined;
  return {
    address: row.address,
    conversation: row.conversation,
    linkedBy: { id: row.linked_by_id, name: row.linked_by_name },
    clerkIds: JSON.parse(row.clerk_ids) as ClerkChannel['clerkIds'],
  };
}

type Link = { readonly tenant: string; readonly channel: ClerkChannel; readonly at: number };

async function linkChannel(db: Kysely<Tables>, { tenant, channel, at }: Link): Promise<void> {
  const columns = {
    address: channel.address,
    conversation: channel.conversation,
    linked_by_id: channel.linkedBy.id,
    linked_by_name: channel.linkedBy.name,
    clerk_ids: jsonText(channel.clerkIds),
    linked_at: at,
  };
  await db
    .insertInto('clerk_channels')
    .values({ tenant, ...columns })
    .onConflict((conflict) => conflict.column('tenant').doUpdateSet(columns))
    .execute();
}

type Code = { readonly tenant: string; readonly hash: string; readonly expires: number };

async function saveLinkCode(db: Kysely<Tables>, { tenant, hash, expires }: Code): Promise<void> {
  const columns = { hash, expires, wrong_tries: 0 };
  await db
    .insertInto('link_codes')
    .values({ tenant, ...columns })
    .onConflict((conflict) => conflict.column('tenant').doUpdateSet(columns))
    .execute();
}

async function spendLinkCode(db: Kysely<Tables>, tenant: string): Promise<void> {
  await db.deleteFrom('link_codes').where('tenant', '=', tenant).execute();
}
