import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
} from 'kysely';
import { postgresError } from './postgres-error';
import type { PostgresPool, PostgresUse } from './postgres-pool';

/** Kysely's PostgreSQL on a pool whose every use has a limit, with errors that are sentences. */
export function postgresDialect(pool: PostgresPool): Dialect {
  return {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new LimitedDriver(pool),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  };
}

const changing: ReadonlySet<string> = new Set(['INSERT', 'UPDATE', 'DELETE']);

class LimitedConnection implements DatabaseConnection {
  readonly #use: PostgresUse;
  #lost = false;

  constructor(use: PostgresUse) {
    this.#use = use;
  }

  async executeQuery<Row>({ sql, parameters }: CompiledQuery): Promise<QueryResult<Row>> {
    const { command, rowCount, rows } = await this.ask(sql, parameters);
    return { rows, ...(changing.has(command) && { numAffectedRows: BigInt(rowCount ?? 0) }) };
  }

  async ask(sql: string, parameters: readonly unknown[] = []) {
    try {
      return await this.#use.client.query(sql, [...parameters]);
    } catch (error) {
      throw postgresError(error);
    }
  }

  // A server undoes by itself what a lost connection had begun; the error that came first is the one to tell.
  async undo(): Promise<void> {
    await this.ask('rollback').catch(() => {
      this.#lost = true;
    });
  }

  release(): void {
    this.#use.release(this.#lost);
  }

  // biome-ignore lint/correctness/useYield: Kysely asks for it, and nothing here is long enough to stream.
  async *streamQuery(): AsyncIterableIterator<never> {
    throw new Error('The store does not stream.');
  }
}

class LimitedDriver implements Driver {
  readonly #pool: PostgresPool;

  constructor(pool: PostgresPool) {
    this.#pool = pool;
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<LimitedConnection> {
    return new LimitedConnection(await this.#pool.use());
  }

  async beginTransaction(connection: LimitedConnection): Promise<void> {
    await connection.ask('begin');
  }

  // The server answers a commit after a failed statement with a rollback, and with no error.
  async commitTransaction(connection: LimitedConnection): Promise<void> {
    const { command } = await connection.ask('commit');
    if (command !== 'COMMIT') throw new Error('The database undid a transaction in which a statement had failed.');
  }

  async rollbackTransaction(connection: LimitedConnection): Promise<void> {
    await connection.undo();
  }

  async releaseConnection(connection: LimitedConnection): Promise<void> {
    connection.release();
  }

  async destroy(): Promise<void> {
    await this.#pool.end();
  }
}
