const { existsSync, readdirSync } = require('node:fs');
const { delimiter, join } = require('node:path');

const installed = '/usr/lib/postgresql';

/** The folder of PostgreSQL's server programs: one on PATH, else the newest that Debian keeps aside. Throws a sentence when there is none. */
function findPrograms() {
  const folders = [...(process.env.PATH ?? '').split(delimiter), ...asideFolders()];
  const found = folders.find((folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'pg_ctl')));
  if (found !== undefined) return found;
  throw new Error(
    'No PostgreSQL server is installed here. On Debian or Ubuntu: apt-get install postgresql. On a Mac: brew install postgresql.',
  );
}

function asideFolders() {
  if (!existsSync(installed)) return [];
  const versions = readdirSync(installed).filter((name) => Number(name) > 0);
  return versions.sort((a, b) => Number(b) - Number(a)).map((version) => join(installed, version, 'bin'));
}

module.exports = { findPrograms };
