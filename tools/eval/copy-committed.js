const { execFileSync } = require('node:child_process');
const { mkdirSync, writeFileSync } = require('node:fs');
const { dirname, join } = require('node:path');

const ROOT = join(__dirname, '..', '..');
/** Bytes of one file; the trained file has about fifteen million. */
const MOST_BYTES = 2 ** 30;

/** Copies the knowledge of the last commit below `folder` and gives the path of the copy. Throws a sentence when there is none. */
function copyCommitted(folder) {
  const names = git('ls-tree', '-r', '-z', '--name-only', 'HEAD', 'knowledge').toString().split('\0').filter(Boolean);
  if (names.length === 0) throw new Error('The last commit has no folder knowledge.');
  for (const name of names) {
    const file = join(folder, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, git('show', `HEAD:./${name}`));
  }
  return join(folder, 'knowledge');
}

function git(...words) {
  try {
    return execFileSync('git', words, { cwd: ROOT, maxBuffer: MOST_BYTES, stdio: ['ignore', 'pipe', 'pipe'] });
  } catch (error) {
    throw new Error(`The last commit cannot be read. ${String(error.stderr || error.message).trim()}`);
  }
}

module.exports = { copyCommitted };
