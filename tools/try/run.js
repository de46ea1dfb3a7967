const { spawnSync } = require('node:child_process');
const { join } = require('node:path');
const { startRehearsal } = require('./rehearsal');

const ROOT = join(__dirname, '..', '..');
const PORTS = { assistant: 3978, councillor: 56150, clerk: 56151 };
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/** Resolves to the status of this program. */
async function main() {
  const told = new AbortController();
  for (const signal of SIGNALS) process.on(signal, () => told.abort());
  const rehearsal = await startRehearsal({
    folder: join(ROOT, 'data', 'try'),
    ports: PORTS,
    tell: (line) => console.log(line),
    signal: told.signal,
  }).catch((error) => {
    if (!told.signal.aborted) console.error(`\nThe two windows could not be started. ${error.message}`);
  });
  if (!rehearsal) return told.signal.aborted ? 0 : talkHere();
  console.log(`
Ready. Open two windows in your browser:

  The councillor   ${rehearsal.councillor}   (choose "Personal Chat")
  The clerk        ${rehearsal.clerk}   (choose "Town Council - Clerk")

As the councillor, type for example:

  can I put my phone number on my page?
  /rules
  can I post this: Council HAS agreed to close the lane. You have my word.
  when does the pre-election period start?        then press "Ask the clerk"

Then answer as the clerk, on the card in the channel. Press Ctrl-C here to stop.
The two windows can be opened from other machines on your network too, so do this on a network that you trust.
`);
  const fault = await rehearsal.ended;
  if (!told.signal.aborted) console.error(`\n${fault}`);
  console.log('\nStopping …');
  await rehearsal.stop();
  return told.signal.aborted ? 0 : 1;
}

/** The conversation in the terminal, where there is somebody at the terminal. */
function talkHere() {
  if (!process.stdin.isTTY) return 1;
  console.error('\nYou can talk to the assistant here instead. Type quit to end.');
  return spawnSync(process.execPath, [join(ROOT, 'dist', 'cli.js')], { stdio: 'inherit' }).status ?? 1;
}

main().then(
  (status) => {
    process.exitCode = status;
  },
  (error) => {
    console.error(error);
    process.exitCode = 1;
  },
);
