/**
 * Time limits in milliseconds. `use`: from asking for a connection to giving it back, whatever happens meanwhile; Teams delivers a
 * message again after ten seconds. `statement`: shorter, so that a server that is only slow ends the wait itself and the connection stays good.
 */
export type PostgresLimits = { readonly use: number; readonly statement: number };

/** For everything that somebody waits for: three seconds, with half a second to spare for a busy machine. */
export const everydayLimits: PostgresLimits = { use: 2500, statement: 2000 };

/** For the change of tables at the start, which may wait for another instance that is doing the same: ten minutes. */
export const migrationLimits: PostgresLimits = { use: 600_000, statement: 600_000 };
