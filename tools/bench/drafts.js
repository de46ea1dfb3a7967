const { join } = require('node:path');
const { draftSets } = require('../eval/draft-sets');
const { loadProduct } = require('../eval/load-product');
const { spreadOf } = require('./spread-of');
const { textTable } = require('./text-table');
const { usedMemory } = require('./used-memory');

const KNOWLEDGE = join(__dirname, '..', '..', 'knowledge');
const MEGABYTE = 1024 * 1024;

/** Texts made to be slow: each is repeated up to this many characters. */
const HOSTILE_LENGTH = 20_000;
const HOSTILE = [
  'Thanks all. ',
  'my phone password photo of the kids vote for me ',
  'f*ck @$$ w@nk ',
  'w a n k ',
  'a',
  '07700 ',
  'a.b/',
  'Mr Smith of 12 Mill Lane lied. ',
];
const ROUNDS = 20;

/** How long the check of a draft takes, for the product's own labelled drafts and for texts made to be slow, and what it holds in memory. */
async function main() {
  const { loadKnowledge } = loadProduct('knowledge');
  const { readTrained } = loadProduct('trained-file');
  const { createDraftCheck } = loadProduct('core/draft/check-draft');
  const { createDraftReading } = loadProduct('core/draft/draft-reading');
  const { readDraftSignals } = loadProduct('core/draft/draft-signals');
  const { NOWHERE } = loadProduct('core/draft/draft-local');
  const { createLexicon } = loadProduct('core/match/lexicon');
  const { atOnce } = loadProduct('core/steps');
  const knowledge = loadKnowledge(KNOWLEDGE);
  const trained = readTrained(join(KNOWLEDGE, 'trained.bin'), knowledge);
  const lexicon = createLexicon(knowledge.lexicon);
  const before = await usedMemory();
  const { rules } = knowledge;
  const read = createDraftReading(readDraftSignals(rules), NOWHERE);
  const stepsOf = createDraftCheck({ rules, read, lexicon, weights: trained.draftCheck });
  const check = (draft) => atOnce(stepsOf(draft));
  const after = await usedMemory();

  const drafts = draftSets()
    .flatMap(({ labels }) => labels ?? [])
    .map(({ draft }) => draft);
  for (const draft of drafts) check(draft);
  const times = drafts.map((draft) => timeOf(() => check(draft)));
  const rows = [
    ['drafts', 'asked', 'p50 ms', 'p99 ms', 'longest ms'],
    ['labelled drafts', String(times.length), ...spreadOf(times)],
    ...HOSTILE.map((part) => {
      const text = part.repeat(Math.ceil(HOSTILE_LENGTH / part.length)).slice(0, HOSTILE_LENGTH);
      const rounds = Array.from({ length: ROUNDS }, () => timeOf(() => check(text)));
      return [`20,000 characters of ${JSON.stringify(part)}`, String(ROUNDS), ...spreadOf(rounds)];
    }),
  ];
  console.log(textTable(rows));
  const held =
    after === undefined ? 'not measured (run with --expose-gc)' : `${((after - before) / MEGABYTE).toFixed(1)} MB`;
  const { space, scores } = trained.draftCheck;
  const weights =
    (space.hashes.byteLength + space.rarity.byteLength + scores.weights.byteLength + scores.owners.byteLength) /
    MEGABYTE;
  console.log(`\nMemory of the check: ${held}, and ${weights.toFixed(1)} MB of weights.`);
}

function timeOf(work) {
  const from = process.hrtime.bigint();
  work();
  return Number(process.hrtime.bigint() - from) / 1e6;
}

main().catch((error) => {
  console.error(error.message);
  process.exitCode = 1;
});
