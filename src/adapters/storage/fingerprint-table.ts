import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import { primaryKeys } from './primary-keys';
import { type Row, readRows } from './read-rows';
import type { Tables } from './tables';

export type Fingerprint = { readonly rows: number; readonly hash: string };

/**
 * How many rows a table has, and a hash of all that stands in them: the same on every engine, though each sorts text in an order of its
 * own, because the hashes of the rows are sorted here. Takes 32 bytes of memory for each row.
 */
export async function fingerprintTable(db: Kysely<Tables>, table: keyof Tables): Promise<Fingerprint> {
  const hashes: Buffer[] = [];
  for await (const rows of readRows(db, table, primaryKeys[table])) hashes.push(...rows.map(hashOf));
  const all = createHash('sha256');
  for (const hash of hashes.sort(Buffer.compare)) all.update(hash);
  return { rows: hashes.length, hash: all.digest('hex') };
}

function hashOf(row: Row): Buffer {
  const columns = Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha256').update(JSON.stringify(columns)).digest();
}
