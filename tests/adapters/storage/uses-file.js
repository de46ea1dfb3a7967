// Run as a process of its own: reads and writes a database file without any of the product's code, and prints what came of it.
const path = process.argv[2];
const sqlite = process.getBuiltinModule('node:sqlite');
const Database = sqlite ? sqlite.DatabaseSync : require('libsql');

for (const statement of ['select count(*) from cases', "insert into seen values ('intruder', 1)"]) {
  try {
    new Database(path).prepare(statement).all();
    console.log('done');
  } catch (error) {
    console.log(error.message);
  }
}
