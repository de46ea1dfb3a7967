const { meanFigures } = require('./mean-figures');
const { textTable } = require('./text-table');

const percent = (share) => (share * 100).toFixed(1);
const fraction = (value) => value?.toFixed(3) ?? '–';

const COLUMNS = [
  ['asked', ({ questions }) => String(questions)],
  ['top-1', ({ top1 }) => percent(top1)],
  ['R@3', ({ recall3 }) => percent(recall3)],
  ['MRR', ({ mrr }) => fraction(mrr)],
  ['AUROC', ({ auroc }) => fraction(auroc)],
  ['AURC', ({ aurc }) => fraction(aurc)],
  ['cov90', ({ coverage90 }) => percent(coverage90)],
  ['cov95', ({ coverage95 }) => percent(coverage95)],
];
const MISSPELT_COLUMNS = [
  ['misspelt top-1', ({ misspelt }) => percent(misspelt.top1)],
  ['misspelt R@3', ({ misspelt }) => percent(misspelt.recall3)],
  ['loss top-1', ({ top1, misspelt }) => percent(top1 - misspelt.top1)],
  ['loss R@3', ({ recall3, misspelt }) => percent(recall3 - misspelt.recall3)],
];

const NOTES = `top-1, R@3 (in %) and MRR over the questions in scope; the rest over all questions. AUROC: "in scope and right" against the rest.
AURC: area under risk and coverage, lower is better. cov90, cov95: share of all questions (in %) answerable at 90 and 95 % precision with
the best threshold. Confidence: of a library its top score as shipped; ours calibrated in five folds within the set.
* fuse.js is slow: a fixed sample of 300 questions a set.
Policy sets: the libraries get the passages and their ways of asking; ours also knows the topics that the policy does not settle, and
a question whose best class is a topic or small talk is passed on, with confidence 0. Passages are ranked all the same. Half of the
questions of policy-own have helped to shape the product, so they flatter it.`;
const MISSPELT_NOTE = `
misspelt: one content word in three is a real misspelling of it, or has a slip of the finger where no list knows the word.`;

/** The table of accuracy: the means over the public sets, then each set. */
function accuracyTable(rows, { engines, sets }) {
  const withTypos = rows[0].misspelt !== undefined;
  const columns = withTypos ? [...COLUMNS, ...MISSPELT_COLUMNS] : COLUMNS;
  const labels = new Map(engines.map(({ name, label }) => [name, label]));
  const bodyOf = (some) => some.map((row) => [labels.get(row.engine), ...columns.map(([, show]) => show(row))]);
  const isPublic = ({ kind }) => kind === 'public';
  const names = new Set(rows.filter(isPublic).map(({ set }) => set));
  const blocks = sets
    .map(({ name }) => ({ title: name, body: bodyOf(rows.filter(({ set }) => set === name)) }))
    .filter(({ body }) => body.length > 0);
  if (names.size > 0)
    blocks.unshift({ title: `mean of ${names.size} public sets`, body: bodyOf(meanFigures(rows.filter(isPublic))) });
  // One table, so that the columns stand below each other; a line with its name stands above each block.
  const head = columns.map(([name]) => name);
  const lines = blocks.flatMap(({ title, body }) => [[title, ...head], ...body, ['', ...head.map(() => '')]]);
  return `${textTable(lines)}\n${NOTES}${withTypos ? MISSPELT_NOTE : ''}\n`;
}

module.exports = { accuracyTable };
