const { spawn } = require('node:child_process');
const { once } = require('node:events');
const { setTimeout: wait } = require('node:timers/promises');

const END_WITH_PARENT = require.resolve('./end-with-parent');
const START_MS = 60_000;
const STOP_MS = 12_000;
/** How much of what a child said is kept for the message about its end. */
const KEPT = 4_000;

/**
 * Starts a Node program. `ready` is what it says once it works. Returns `started`, a promise of everything it said so far, rejected with
 * a sentence when it ends or takes too long; `ended`, a promise of a sentence, whenever that is; and `stop`, which waits for its end.
 * What it says is read to the end, so that it can never wait for a reader.
 */
function startChild(name, program, { ready, cwd, env }) {
  const child = spawn(process.execPath, ['--require', END_WITH_PARENT, ...program], {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['pipe', 'pipe', 'pipe'],
    // Away from the terminal, or Ctrl-C would reach it twice. Windows would open a window instead.
    detached: process.platform !== 'win32',
    windowsHide: true,
  });
  const gone = once(child, 'exit').catch(() => {});
  const ended = once(child, 'close').then(
    ([status, signal]) => `${name} ended (${signal ?? `status ${status}`}).\n${said}`,
    (error) => `${name} could not be run: ${error.message}.`,
  );
  let said = '';
  const saidReady = new Promise((resolve) => {
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (chunk) => {
        said = (said + chunk).slice(-KEPT);
        if (ready.test(said)) resolve(said);
      });
  });
  const fail = (sentence) => {
    throw new Error(sentence);
  };
  const tooLate = () => fail(`${name} did not start in time.\n${said}`);
  const started = Promise.race([saidReady, ended.then(fail), wait(START_MS, undefined, { ref: false }).then(tooLate)]);
  const stop = async () => {
    child.kill('SIGTERM');
    await Promise.race([gone, wait(STOP_MS, undefined, { ref: false })]);
    child.kill('SIGKILL');
    await gone;
  };
  return { started, ended, stop };
}

module.exports = { startChild };
