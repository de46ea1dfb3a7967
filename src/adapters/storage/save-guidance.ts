import type { Kysely, Transaction } from 'kysely';
import type { NewGuidance } from '../../app/ports';
import type { Guidance } from '../../core/guidance/guidance';
import { guidanceColumns, guidanceOf } from './guidance-row';
import { jsonText } from './json-text';
import { nextNumber } from './next-number';
import type { GuidanceRow, Tables } from './tables';

/**
 * Stores the next version of a saved answer together with its place in the history, and makes the council's revision grow, which
 * also lets only one save of a council go on at a time. Undefined when the version does not follow the stored one.
 */
export function saveGuidance(db: Kysely<Tables>, saved: NewGuidance): Promise<Guidance | undefined> {
  return db.transaction().execute(async (trx) => {
    await nextNumber(trx, saved.tenant, 'guidance-revision');
    const row = saved.version === 1 ? await insert(trx, saved) : await update(trx, saved);
    if (row === undefined) return undefined;
    const { tenant, id, version, by_id, at } = row;
    const content = jsonText(guidanceOf(row));
    await trx.insertInto('guidance_versions').values({ tenant, id, version, content, by_id, at }).execute();
    return guidanceOf(row);
  });
}

async function insert(trx: Transaction<Tables>, saved: NewGuidance): Promise<GuidanceRow | undefined> {
  const there = await trx
    .selectFrom('guidance')
    .select('id')
    .where('tenant', '=', saved.tenant)
    .where('id', '=', saved.id)
    .executeTakeFirst();
  if (there) return undefined;
  const number = await nextNumber(trx, saved.tenant, 'guidance');
  return trx
    .insertInto('guidance')
    .values({ ...guidanceColumns(saved), number, reference: `G-${String(number).padStart(4, '0')}` })
    .returningAll()
    .executeTakeFirstOrThrow();
}

function update(trx: Transaction<Tables>, saved: NewGuidance): Promise<GuidanceRow | undefined> {
  return trx
    .updateTable('guidance')
    .set(guidanceColumns(saved))
    .where('tenant', '=', saved.tenant)
    .where('id', '=', saved.id)
    .where('version', '=', saved.version - 1)
    .returningAll()
    .executeTakeFirst();
}
