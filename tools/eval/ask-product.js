const { spawnSync } = require('node:child_process');
const { existsSync } = require('node:fs');
const { join } = require('node:path');

const ROOT = join(__dirname, '..', '..');
const CLI = join(ROOT, 'dist', 'cli.js');
/** Bytes of answers that are taken; a thousand questions make about two million. */
const MOST_BYTES = 2 ** 30;

/**
 * Asks the real product, in a process of its own, each of the questions `q` or drafts `draft`. Gives its answers by id. Throws a sentence when it has not been
 * built, and what it says itself when it does not start or cannot read a line.
 */
function askProduct(labels) {
  if (!existsSync(CLI)) throw new Error(`${CLI} is missing. Run: npm run build`);
  const { error, status, stdout, stderr } = spawnSync(process.execPath, [CLI, '--jsonl'], {
    cwd: ROOT,
    encoding: 'utf8',
    input: labels.map(({ id, q, draft, platform }) => `${JSON.stringify({ id, q, draft, platform })}\n`).join(''),
    maxBuffer: MOST_BYTES,
  });
  if (error) throw error;
  if (status !== 0) throw new Error(`The product ended with status ${status}. ${stderr.trim() || stdout.trim()}`);
  const answers = stdout
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
  return new Map(answers.map((answer) => [answer.id, answer]));
}

module.exports = { askProduct };
