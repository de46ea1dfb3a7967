import type { SqliteDatabase } from 'kysely';

/** An open SQLite connection as Kysely's driver wants it, and whether a transaction is under way on it. */
export type SqliteFile = SqliteDatabase & { readonly inTransaction: () => boolean };
