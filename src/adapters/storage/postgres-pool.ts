import { Client, Pool, type PoolClient, types } from 'pg';
import { postgresError } from './postgres-error';
import type { PostgresLimits } from './postgres-limits';
import { StoreUnavailableError } from './store-unavailable-error';

/** A connection in use. `lost` says whether it can still be given to somebody else. */
export type PostgresUse = {
  readonly client: PoolClient;
  readonly release: (lost: boolean) => void;
};

export type PostgresPool = {
  /** Waits for a connection; it is taken away, and its query fails, when the limit of a use is over. */
  readonly use: () => Promise<PostgresUse>;
  /** Resolves as soon as nobody uses or waits for a connection. */
  readonly settled: () => Promise<void>;
  readonly end: () => Promise<void>;
};

/** Connections of one instance: ten instances fit below the 100 that a server takes when nothing else is set. */
const mostConnections = 10;

/** int8 and numeric (pg_type.dat): counts, sums and milliseconds, all far below the 2^53 up to which a number is exact. */
const numberTypes: ReadonlySet<number> = new Set([20, 1700]);

/** Connections to the server of a `postgres://` address. Nothing is connected yet. Throws a sentence without the address when it is none. */
export function postgresPool(url: string, limits: PostgresLimits): PostgresPool {
  const pool = createPool(url, limits);
  const idle = watchIdle(pool);
  const uses = new Set<Promise<void>>();

  return {
    use: () => {
      const asked = performance.now();
      let done = (): void => undefined;
      const over = new Promise<void>((resolve) => {
        done = resolve;
      });
      uses.add(over);
      const finish = (): void => {
        uses.delete(over);
        done();
      };
      return living(pool).then(
        (client) => limited(client, asked + limits.use, finish),
        (error: unknown) => {
          finish();
          throw postgresError(error);
        },
      );
    },
    settled: async () => {
      while (uses.size > 0) await Promise.all(uses);
    },
    end: () => pool.end(),
  };

  function limited(client: PoolClient, end: number, finish: () => void): PostgresUse {
    const timer = setTimeout(() => {
      client.connection.stream.destroy(new StoreUnavailableError('The database server took too long.'));
      // The network may have forgotten these too: the next question gets a new connection.
      for (const other of idle) other.connection.stream.destroy();
    }, end - performance.now());
    return {
      client,
      release: (lost) => {
        clearTimeout(timer);
        client.release(lost);
        finish();
      },
    };
  }
}

/** A connection that was given up a moment ago may still stand in the pool. */
async function living(pool: Pool): Promise<PoolClient> {
  const client = await pool.connect();
  if (!client.connection.stream.destroyed) return client;
  client.release(true);
  return living(pool);
}

function createPool(url: string, { use, statement }: PostgresLimits): Pool {
  const config = {
    connectionString: url,
    max: mostConnections,
    connectionTimeoutMillis: use,
    statement_timeout: statement,
    // An instance whose machine is gone must not keep its locks: the server would wait for hours.
    idle_in_transaction_session_timeout: use,
    keepAlive: true,
    allowExitOnIdle: true,
    options: '-c synchronous_commit=on -c default_transaction_isolation=read\\ committed',
    types: { getTypeParser },
  };
  try {
    new Client(config);
  } catch {
    // The error holds the address, and the address holds the password.
    throw new Error(
      'STORE_URL is no address of a database server. It looks like postgres://name:password@host:5432/golden_rule',
    );
  }
  return new Pool(config);
}

const getTypeParser: typeof types.getTypeParser = (oid: number, format?: 'text' | 'binary') =>
  numberTypes.has(oid) ? Number : types.getTypeParser(oid, format ?? 'text');

/** Keeps a set of the connections that nobody uses, and sees to it that no lost connection ends the process. */
function watchIdle(pool: Pool): ReadonlySet<PoolClient> {
  const idle = new Set<PoolClient>();
  // A lost connection needs nothing said: the pool drops it, and a query on it fails by itself.
  const unheard = (): void => undefined;
  pool.on('error', unheard);
  pool.on('connect', (client) => client.on('error', unheard));
  pool.on('acquire', (client) => idle.delete(client));
  pool.on('release', (_error, client) => idle.add(client));
  pool.on('remove', (client) => idle.delete(client));
  return idle;
}
