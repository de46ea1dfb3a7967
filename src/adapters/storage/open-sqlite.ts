import { openLibsql } from './open-libsql';
import { openNodeSqlite } from './open-node-sqlite';
import { sqliteCode, sqliteCodes } from './sqlite-code';
import type { SqliteFile } from './sqlite-file';
import { StoreFullError } from './store-full-error';

/** Opens a SQLite file with the engine that this Node offers. A full disk is a `StoreFullError` from either. */
export async function openSqlite(path: string): Promise<SqliteFile> {
  const file = openNodeSqlite(path) ?? (await openLibsql(path));
  return { ...file, prepare: (sql) => sayFull(file.prepare(sql)) };
}

function sayFull(statement: ReturnType<SqliteFile['prepare']>): ReturnType<SqliteFile['prepare']> {
  return {
    reader: statement.reader,
    all: (parameters) => orFull(() => statement.all(parameters)),
    run: (parameters) => orFull(() => statement.run(parameters)),
    iterate: (parameters) => statement.iterate(parameters),
  };
}

function orFull<T>(act: () => T): T {
  try {
    return act();
  } catch (error) {
    throw sqliteCode(error) === sqliteCodes.full ? new StoreFullError(error) : error;
  }
}
