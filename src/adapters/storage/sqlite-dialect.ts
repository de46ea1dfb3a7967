import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  SqliteAdapter,
  SqliteDriver,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';
import type { SqliteFile } from './sqlite-file';

/** Kysely's SQLite, with transactions that take the write lock when they begin and migrations that undo a step that fails. */
export function sqliteDialect(file: SqliteFile): Dialect {
  return {
    createAdapter: () => new UndoingAdapter(),
    createDriver: () => new ImmediateDriver(file),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  };
}

class UndoingAdapter extends SqliteAdapter {
  // SQLite can undo a change of tables; Kysely assumes that it cannot and would leave half a step behind.
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

class ImmediateDriver extends SqliteDriver {
  readonly #file: SqliteFile;

  constructor(file: SqliteFile) {
    super({ database: file });
    this.#file = file;
  }

  // A plain BEGIN takes the write lock only at the first write, when it can be too late to get it.
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }

  // SQLite undoes some failed transactions by itself (disk full); a second rollback would hide the first error.
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.#file.inTransaction()) await super.rollbackTransaction(connection);
  }
}
