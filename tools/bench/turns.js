const { setImmediate: turn } = require('node:timers/promises');
const { draftSets } = require('../eval/draft-sets');
const { loadProduct } = require('../eval/load-product');
const { ownQuestions } = require('../eval/own-questions');
const { ROOT, readWholeProduct } = require('../eval/read-whole-product');
const { hashOf } = require('./hash-of');
const { sampleOf } = require('./sample-of');
const { spreadOf } = require('./spread-of');
const { textTable } = require('./text-table');
const { watchLoop } = require('./watch-loop');

const LABELLED = 500;
const MADE = 50;
/** So many messages are answered before the clock counts, so that the code is compiled. */
const WARM_UP = 400;
/** Each message is sent so many times, and the middle one counts: now and then the machine, or tidying up memory, makes any of them wait. */
const ROUNDS = 5;
const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

/** Nobody is told anything here. */
const NO_MESSENGER = { isIn: () => false, privately: (from) => from, isInThread: () => false, chatLink: () => '' };
const SILENT = { info: () => {}, warn: () => {}, error: () => {} };

/** How long a message takes from its arrival to the reply, and for how long one turn of the event loop holds up everybody else meanwhile. */
async function main() {
  const { say, close } = await startAssistant();
  const questions = ownQuestions().map(({ q }) => q);
  const drafts = draftSets()
    .flatMap(({ labels = [] }) => labels)
    .map(({ draft }) => draft);
  const asDraft = (text) => `can I post this: ${text}`;
  const made = (text) => Array.from({ length: MADE }, (_, number) => text(number));
  const kinds = [
    ['labelled questions', sampleOf(ownQuestions(), LABELLED).map(({ q }) => q)],
    ['labelled drafts', drafts.filter((_, at) => at % Math.ceil(drafts.length / LABELLED) === 0).map(asDraft)],
    ...[1_000, 3_900, 20_000].flatMap((size) => [
      [`${size} letters of questions`, made((number) => joined(questions, number, size))],
      [`${size} letters of drafts`, made((number) => asDraft(joined(drafts, number, size)))],
      [`${size} letters of unknown words`, made((number) => unknownWords(number, size))],
    ]),
  ];
  for (const text of sampleOf(ownQuestions(), WARM_UP).map(({ q }) => q)) await say(text);
  const loop = watchLoop();
  const rows = [];
  for (const [name, texts] of kinds) rows.push([name, ...(await rowOf(texts, { say, loop }))]);
  loop.stop();
  await close();
  const head = ['messages', 'sent', 'whole p50 ms', 'p99 ms', 'longest', 'one turn p50 ms', 'p99 ms', 'longest'];
  console.log(textTable([head, ...rows]));
  console.log(`Each message was sent ${ROUNDS} times, and the middle one of its times counts.`);
}

async function startAssistant() {
  const { assemble } = loadProduct('assemble');
  const { loadEnvironment, readCouncil } = loadProduct('config');
  const { createSpeaker } = loadProduct('core/conversation/speaker');
  const { openStore } = loadProduct('adapters/storage/open-store');
  const speaker = createSpeaker(readWholeProduct(ROOT), readCouncil(ROOT, loadEnvironment(ROOT)));
  const store = await openStore('file::memory:');
  const { assistant } = assemble({ speaker, store, messenger: NO_MESSENGER, wakeDelivery: () => {}, log: SILENT });
  let said = 0;
  return {
    close: () => store.close(),
    // Each in a conversation of its own, so that none is a follow-up.
    say: (text) => {
      said += 1;
      return assistant.onMessage({
        kind: 'message',
        id: String(said),
        tenant: 'bench',
        conversation: String(said),
        scope: 'personal',
        from: { id: 'bench', name: 'You' },
        text,
        attachments: false,
        address: '',
      });
    },
  };
}

async function rowOf(texts, { say, loop }) {
  const whole = [];
  const blocked = [];
  for (const text of texts) {
    const rounds = [];
    for (let round = 0; round < ROUNDS; round++) {
      // What was read last is remembered.
      await say('thanks');
      rounds.push(await sent(text, { say, loop }));
    }
    whole.push(middleOf(rounds.map(({ ms }) => ms)));
    blocked.push(middleOf(rounds.map(({ longest }) => longest)));
  }
  return [String(texts.length), ...spreadOf(whole), ...spreadOf(blocked)];
}

async function sent(text, { say, loop }) {
  await turn();
  loop.begin();
  const begun = performance.now();
  await say(text);
  const ms = performance.now() - begun;
  await turn();
  return { ms, longest: loop.longest() };
}

function middleOf(numbers) {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
}

/** Texts one after the other, beginning with another one for each number, cut to a size. */
function joined(texts, number, size) {
  const parts = [];
  for (let at = number, length = 0; length < size; at++) {
    const part = texts[hashOf(String(at * (number + 1))) % texts.length];
    parts.push(part);
    length += part.length + 2;
  }
  return parts.join('. ').slice(0, size);
}

/** Words that are none in any language, all different: nothing is slower to mend. */
function unknownWords(number, size) {
  const words = [];
  for (let at = 0, length = 0; length < size; at++) {
    const lot = hashOf(`${number} ${at}`);
    words.push(
      Array.from({ length: 5 + (lot % 5) }, (_, letter) => LETTERS[(lot >>> letter) % LETTERS.length]).join(''),
    );
    length += words[at].length + 1;
  }
  return words.join(' ').slice(0, size);
}

main().catch((error) => {
  console.error(error.message);
  process.exitCode = 1;
});
