const { spawnSync } = require('node:child_process');
const { join } = require('node:path');
const { startRehearsal } = require('./rehearsal');

const ROOT = join(__dirname, '..', '..');
const PORTS = { assistant: 3978, councillor: 56150, clerk: 56151 };
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/** Resolves to the status of this program. */
async function main() {
  const rehearsal = await startRehearsal({
    folder: join(ROOT, 'data', 'try'),
    ports: PORTS,
    tell: (line) => console.log(line),
  }).catch((error) => {
    console.error(`\nThe two windows could not be started. ${error.message}`);
  });
  if (!rehearsal) return talkHere();
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
  const fault = await Promise.race([rehearsal.ended, untilToldToStop()]);
  if (fault) console.error(`\n${fault}`);
  console.log('\nStopping …');
  await rehearsal.stop();
  return fault ? 1 : 0;
}

function untilToldToStop() {
  // Told once more while it stops, it has nothing to add.
  return new Promise((resolve) => {
    for (const signal of SIGNALS) process.on(signal, () => resolve());
  });
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
