const { execFileSync } = require('node:child_process');
const { join } = require('node:path');
const { setImmediate: turn } = require('node:timers/promises');
const { loadProduct } = require('../eval/load-product');
const { ownQuestions } = require('../eval/own-questions');
const { ROOT, readWholeProduct } = require('../eval/read-whole-product');
const { spreadOf } = require('./spread-of');
const { textTable } = require('./text-table');

const STARTS = 15;
/** What a fresh process is told. */
const ONCE = 'once';
/** So many questions are asked before the clock counts, so that the code is compiled. */
const WARM_UP = 300;

/**
 * How long it takes until the product's own knowledge can be asked, each time in a fresh process, and then how long each of its
 * labelled questions takes: whether it tells of danger, and what it is about.
 */
async function main() {
  const starts = Array.from({ length: STARTS }, () =>
    JSON.parse(execFileSync(process.execPath, [__filename, ONCE], { encoding: 'utf8' })),
  );
  const asked = await timesOfQuestions();
  console.log(
    textTable([
      ['what', 'times', 'p50 ms', 'p99 ms', 'longest ms'],
      rowOf(
        'a start: reading the knowledge',
        starts.map(({ read }) => read),
      ),
      rowOf(
        'a start: building from it',
        starts.map(({ built }) => built),
      ),
      rowOf(
        'a start, both',
        starts.map(({ read, built }) => read + built),
      ),
      rowOf(
        'a question: is it danger',
        asked.map(({ heard }) => heard),
      ),
      rowOf(
        'a question: what is it about',
        asked.map(({ found }) => found),
      ),
      rowOf(
        'a question, both',
        asked.map(({ heard, found }) => heard + found),
      ),
    ]),
  );
}

/** Reads the knowledge and builds what it is matched with, and prints how long each took, in milliseconds. */
async function startOnce() {
  const { loadSharedKnowledge } = loadProduct('load-knowledge');
  const { understand } = loadProduct('understanding');
  const begun = performance.now();
  const knowledge = await loadSharedKnowledge(join(ROOT, 'knowledge'));
  const read = performance.now();
  understand(knowledge);
  console.log(JSON.stringify({ read: read - begun, built: performance.now() - read }));
}

function rowOf(what, times) {
  return [what, String(times.length), ...spreadOf(times)];
}

async function timesOfQuestions() {
  const knowledge = readWholeProduct(ROOT);
  const { matching } = loadProduct('understanding').understand(knowledge);
  const { createTriage } = loadProduct('core/conversation/triage');
  const triage = createTriage(knowledge.urgent, knowledge.figurative, matching);
  const times = [];
  for (const { q } of ownQuestions()) {
    const begun = performance.now();
    triage(q);
    const heard = performance.now();
    await matching.find(q);
    times.push({ heard: heard - begun, found: performance.now() - heard });
    // Lets other work of the process happen outside the measured time.
    await turn();
  }
  return times.slice(WARM_UP);
}

(process.argv[2] === ONCE ? startOnce() : main()).catch((error) => {
  console.error(error.message);
  process.exitCode = 1;
});
