import type { SqliteFile } from './sqlite-file';

/** The part of `node:sqlite` used here; the types of Node 20 do not have it. */
type NodeSqlite = {
  readonly DatabaseSync: new (
    path: string,
  ) => {
    readonly isTransaction: boolean;
    readonly prepare: (sql: string) => NodeStatement;
    readonly close: () => void;
  };
  readonly StatementSync: { readonly prototype: Partial<NodeStatement> };
};
type NodeStatement = {
  readonly columns: () => readonly unknown[];
  readonly all: (...parameters: readonly unknown[]) => unknown[];
  readonly run: (...parameters: readonly unknown[]) => { readonly changes: number; readonly lastInsertRowid: number };
  readonly iterate: (...parameters: readonly unknown[]) => IterableIterator<unknown>;
};

/** Opens a file with the SQLite inside Node (from 22.16); undefined where this Node has none, or one too old to tell a statement's columns. */
export function openNodeSqlite(path: string): SqliteFile | undefined {
  const sqlite = process.getBuiltinModule('node:sqlite') as NodeSqlite | undefined;
  if (sqlite?.StatementSync.prototype.columns === undefined) return undefined;
  const database = new sqlite.DatabaseSync(path);
  return {
    inTransaction: () => database.isTransaction,
    close: () => database.close(),
    prepare: (sql) => asKyselyStatement(database.prepare(sql)),
  };
}

function asKyselyStatement(statement: NodeStatement): ReturnType<SqliteFile['prepare']> {
  return {
    reader: statement.columns().length > 0,
    all: (parameters) => statement.all(...parameters),
    run: (parameters) => statement.run(...parameters),
    iterate: (parameters) => statement.iterate(...parameters),
  };
}
