import type { Kysely } from 'kysely';
import type { GuidanceStore } from '../../app/ports';
import type { Guidance } from '../../core/guidance/guidance';
import { guidanceOf } from './guidance-row';
import { saveGuidance } from './save-guidance';
import type { Tables } from './tables';

/** The clerks' saved answers of all councils, with every version that there was. */
export function guidanceStore(db: Kysely<Tables>): GuidanceStore {
  return {
    save: (saved) => saveGuidance(db, saved),
    byId: (tenant, id) => byId(db, tenant, id),
    byReference: (tenant, reference) => byReference(db, tenant, reference),
    published: (tenant) => published(db, tenant),
    list: (tenant) => list(db, tenant),
    history: (tenant, id) => history(db, tenant, id),
    revision: (tenant) => revision(db, tenant),
  };
}

async function byId(db: Kysely<Tables>, tenant: string, id: string): Promise<Guidance | undefined> {
  const row = await guidanceIn(db, tenant).where('id', '=', id).executeTakeFirst();
  return row && guidanceOf(row);
}

async function byReference(db: Kysely<Tables>, tenant: string, reference: string): Promise<Guidance | undefined> {
  const row = await guidanceIn(db, tenant).where('reference', '=', reference.toUpperCase()).executeTakeFirst();
  return row && guidanceOf(row);
}

async function published(db: Kysely<Tables>, tenant: string): Promise<readonly Guidance[]> {
  const rows = await guidanceIn(db, tenant).where('state', '=', 'published').orderBy('number').execute();
  return rows.map(guidanceOf);
}

async function list(db: Kysely<Tables>, tenant: string): Promise<readonly Guidance[]> {
  const rows = await guidanceIn(db, tenant).orderBy('number', 'desc').execute();
  return rows.map(guidanceOf);
}

async function history(db: Kysely<Tables>, tenant: string, id: string): Promise<readonly Guidance[]> {
  const rows = await db
    .selectFrom('guidance_versions')
    .select('content')
    .where('tenant', '=', tenant)
    .where('id', '=', id)
    .orderBy('version', 'desc')
    .execute();
  return rows.map(({ content }) => JSON.parse(content) as Guidance);
}

async function revision(db: Kysely<Tables>, tenant: string): Promise<number> {
  const row = await db
    .selectFrom('counters')
    .select('value')
    .where('tenant', '=', tenant)
    .where('name', '=', 'guidance-revision')
    .executeTakeFirst();
  return row?.value ?? 0;
}

function guidanceIn(db: Kysely<Tables>, tenant: string) {
  return db.selectFrom('guidance').selectAll().where('tenant', '=', tenant);
}
