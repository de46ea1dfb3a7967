const Libsql = require('libsql');

/** An empty SQLite database in memory: Node's own SQLite where it has one (Node 22 and later), as in the product, or else libsql. */
function openMemoryDatabase() {
  const own = process.getBuiltinModule?.('node:sqlite');
  return own ? new own.DatabaseSync(':memory:') : new Libsql(':memory:');
}

module.exports = { openMemoryDatabase };
