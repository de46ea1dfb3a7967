const { join } = require('node:path');
const { accuracyOfSets } = require('./accuracy-of-sets');
const { accuracyTable } = require('./accuracy-table');
const { engines } = require('./engines');
const { policySets } = require('./policy-sets');
const { publicSets } = require('./public-sets');
const { readFlags } = require('./read-flags');
const { readyEngines } = require('./ready-engines');
const { readTypos } = require('./read-typos');
const { speedOfEngines } = require('./speed-of-engines');
const { speedTable } = require('./speed-table');

const ROOT = join(__dirname, '..', '..');
const BENCH = join(ROOT, '..', 'shared', 'bench');

/** Measures our engine beside search libraries, and prints the figures. What could not be measured is said, and the rest goes on. */
async function main() {
  const sets = [...publicSets(BENCH), ...policySets(ROOT)];
  const all = engines();
  const namesOf = (list) => list.map(({ name }) => name);
  const flags = readFlags(process.argv.slice(2), { sets: namesOf(sets), engines: namesOf(all) });
  const chosen = all.filter(({ name }) => flags.engines.includes(name));
  const left = [];
  const report = {
    // What is left out is told when it happens and once more at the end.
    leave: (sentence) => {
      left.push(sentence);
      console.error(sentence);
    },
    tell: (sentence) => console.error(sentence),
  };
  const ready = readyEngines(chosen, report);
  const typos = flags.misspelt ? readTypos(BENCH, report) : undefined;
  const accuracy = await accuracyOfSets(
    sets.filter(({ name }) => flags.sets.includes(name)),
    { engines: ready, typos, report },
  );
  const speed = flags.speed ? await speedOfEngines(ready, { folder: BENCH, report }) : [];
  if (flags.json) {
    console.log(JSON.stringify({ accuracy, speed, left }, null, 2));
    return;
  }
  if (accuracy.length > 0) console.log(accuracyTable(accuracy, { engines: all, sets }));
  if (speed.length > 0) console.log(speedTable(speed, all));
  if (left.length > 0) console.log(`Left out:\n${left.map((sentence) => `- ${sentence}`).join('\n')}`);
}

main().catch((error) => {
  console.error(error.message);
  process.exitCode = 1;
});
