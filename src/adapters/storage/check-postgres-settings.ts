import { type Kysely, sql } from 'kysely';

/** What the server must answer so that no acknowledged case is lost and every text can be kept. */
const needed: { readonly [setting: string]: string } = {
  server_encoding: 'UTF8',
  transaction_read_only: 'off',
  fsync: 'on',
  synchronous_commit: 'on',
  default_transaction_isolation: 'read committed',
};

/** Throws a sentence for the first setting of the server that is not as needed. */
export async function checkPostgresSettings<T>(db: Kysely<T>): Promise<void> {
  for (const [name, wanted] of Object.entries(needed)) {
    const { rows } = await sql<{ readonly found: string }>`select current_setting(${name}) as found`.execute(db);
    const found = rows[0]?.found;
    if (found === wanted) continue;
    throw new Error(
      `The database server keeps ${name} at ${found} where ${wanted} is needed so that no case is lost. The assistant does not start.`,
    );
  }
}
