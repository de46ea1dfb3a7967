import { type Kysely, type Migration, Migrator } from 'kysely';

/**
 * Brings a database up to the newest tables; does nothing when it already is. All steps run in one transaction, so a
 * stop half-way leaves the database as it was. Throws when the database was written by a newer version.
 */
export async function migrate<T>(db: Kysely<T>, migrations: Readonly<Record<string, Migration>>): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => ({ ...migrations }) } });
  const { error } = await migrator.migrateToLatest();
  if (error === undefined) return;
  throw new Error(
    'The tables of the database could not be brought up to date. If it was written by a newer version of the assistant, use that version again.',
    { cause: error },
  );
}
