const { execFile } = require('node:child_process');
const { existsSync, readFileSync } = require('node:fs');
const { delimiter, dirname, join } = require('node:path');
const { promisify } = require('node:util');

/** Fetched by npm when it is needed; its licence does not allow it to be kept here. */
const PLAYGROUND = '@microsoft/m365agentsplayground@0.2.28';
const NAME = PLAYGROUND.slice(0, PLAYGROUND.lastIndexOf('@'));
const FETCH_MS = 300_000;
/** What npm says about a failure: a code and a sentence, and then a page of its own workings. */
const MOST_LINES = 4;
/** A copy that npm has already is used without asking the registry, so this works without a network as well. */
const FLAGS = ['-y', '--prefer-offline', '--loglevel=error', '--fetch-retries=1', '--fetch-retry-mintimeout=1000'];

/**
 * The path of the Playground's program, fetched with npm where this machine has none.
 * The program is run from there and not through npm, which would put two processes in front of it that have to be ended too.
 * Throws a sentence when it cannot be had.
 */
async function findPlayground() {
  const { command, first } = npm();
  const asked = ['exec', ...FLAGS, `--package=${PLAYGROUND}`, '-c', 'node -p process.env.PATH'];
  const { stdout } = await promisify(execFile)(command, [...first, ...asked], { timeout: FETCH_MS }).catch((error) => {
    throw new Error(describe(error));
  });
  const manifest = stdout
    .trim()
    .split(delimiter)
    .map((folder) => join(folder, '..', NAME, 'package.json'))
    .find((file) => existsSync(file));
  if (!manifest) throw new Error(`npm fetched ${PLAYGROUND}, but does not say where it is.`);
  return join(dirname(manifest), JSON.parse(readFileSync(manifest, 'utf8')).bin.agentsplayground);
}

/** npm itself, as the npm that runs this names it. Windows cannot run the bare name without a shell. */
function npm() {
  const running = process.env.npm_execpath;
  if (running?.endsWith('npm-cli.js')) return { command: process.execPath, first: [running] };
  return { command: 'npm', first: [] };
}

function describe(error) {
  const why = String(error.stderr ?? '')
    .split('\n')
    .filter((line) => /^npm err/i.test(line) && !line.includes('complete log'))
    .slice(0, MOST_LINES);
  const sentence = `Microsoft's Agents Playground (${PLAYGROUND}) could not be fetched. Is npm's registry within reach?`;
  return [sentence, ...(why.length > 0 ? why : [error.message])].join('\n');
}

module.exports = { findPlayground };
