import { Kysely } from 'kysely';
import { cleanTextPlugin } from '../../src/adapters/storage/clean-text-plugin';
import { postgresDialect } from '../../src/adapters/storage/postgres-dialect';
import { postgresPool } from '../../src/adapters/storage/postgres-pool';
import type { Tables } from '../../src/adapters/storage/tables';

/** Many calls at once must come right however slow the machine is; that they end in time is tested by itself. */
export const patient = { use: 50_000, statement: 50_000 };

/** The inside of a store on a database whose tables exist, for tests that must see the queries. */
export function openPostgresDatabase(url: string): Kysely<Tables> {
  const dialect = postgresDialect(postgresPool(url, patient));
  return new Kysely<Tables>({ dialect, plugins: [cleanTextPlugin()] });
}
