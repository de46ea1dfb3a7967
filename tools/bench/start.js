const { execFileSync } = require('node:child_process');
const { join } = require('node:path');
const { setImmediate: turn } = require('node:timers/promises');
const { loadProduct } = require('../eval/load-product');
const { ownQuestions } = require('../eval/own-questions');
const { ROOT, readWholeProduct } = require('../eval/read-whole-product');
const { spreadOf } = require('./spread-of');
const { textTable } = require('./text-table');

const STARTS = 15;
/** So many councils use the product's own folder of knowledge at once. */
const COUNCILS = [1, 10, 100];
/** So many questions are asked before the clock counts, so that the code is compiled. */
const WARM_UP = 300;

/** What a fresh process can be told to measure, and print as JSON. */
const PARTS = { start: startOnce, councils: startCouncils };

/**
 * How long it takes until the product's own knowledge can be asked, each time in a fresh process, and then how long each of its
 * labelled questions takes: whether it tells of danger, and what it is about. Then what many councils with that knowledge take.
 */
async function main() {
  const starts = Array.from({ length: STARTS }, () => inFreshProcess('start'));
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
  console.log();
  console.log(
    textTable([
      ['councils with one folder of knowledge', 'loaded in ms', 'heap MB', 'resident MB'],
      ...COUNCILS.map((count) => {
        const { loaded, heap, resident } = inFreshProcess('councils', String(count));
        return [String(count), loaded.toFixed(0), megabytes(heap), megabytes(resident)];
      }),
    ]),
  );
}

function inFreshProcess(...words) {
  return JSON.parse(execFileSync(process.execPath, [__filename, ...words], { encoding: 'utf8' }));
}

function megabytes(bytes) {
  return (bytes / 1e6).toFixed(0);
}

/** Loads councils that differ in their names alone: how long that took in milliseconds, and the bytes in use after a question to each. */
async function startCouncils(count) {
  const { loadEnvironment, readCouncils } = loadProduct('config');
  const { loadCouncils } = loadProduct('load-councils');
  const [first] = readCouncils(ROOT, loadEnvironment(ROOT));
  const councils = Array.from({ length: Number(count) }, (_, at) => ({ ...first, name: `c${at}`, tenant: `t${at}` }));
  const begun = performance.now();
  const loaded = await loadCouncils(councils);
  const ms = performance.now() - begun;
  for (const { understanding } of loaded) await understanding.matching.find('can I post photos of the fete');
  const { heapUsed, rss } = process.memoryUsage();
  return { loaded: ms, heap: heapUsed, resident: rss };
}

/** Reads the knowledge and builds what it is matched with: how long each took, in milliseconds. */
async function startOnce() {
  const { loadSharedKnowledge } = loadProduct('load-knowledge');
  const { understand } = loadProduct('understanding');
  const begun = performance.now();
  const knowledge = await loadSharedKnowledge(join(ROOT, 'knowledge'));
  const read = performance.now();
  understand(knowledge);
  return { read: read - begun, built: performance.now() - read };
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
    await triage(q);
    const heard = performance.now();
    await matching.find(q);
    times.push({ heard: heard - begun, found: performance.now() - heard });
    // Lets other work of the process happen outside the measured time.
    await turn();
  }
  return times.slice(WARM_UP);
}

async function run([part = '', ...words]) {
  if (!Object.hasOwn(PARTS, part)) await main();
  else console.log(JSON.stringify(await PARTS[part](...words)));
}

run(process.argv.slice(2)).catch((error) => {
  console.error(error.message);
  process.exitCode = 1;
});
