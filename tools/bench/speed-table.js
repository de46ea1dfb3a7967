const { textTable } = require('./text-table');

const MEGABYTE = 1024 * 1024;
/** Three figures that say something, whatever the size. */
const short = (value) => (value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2));

const COLUMNS = [
  ['asked', ({ questions }) => String(questions)],
  ['p50 ms', ({ p50 }) => short(p50)],
  ['p99 ms', ({ p99 }) => short(p99)],
  ['longest ms', ({ longest }) => short(longest)],
  ['index s', ({ index }) => short(index / 1000)],
  ['memory MB', ({ memory }) => (memory === undefined ? '–' : short(memory / MEGABYTE))],
];

/** The table of speed: each size with its engines. */
function speedTable(rows, engines) {
  const labels = new Map(engines.map(({ name, label }) => [name, label]));
  const head = COLUMNS.map(([name]) => name);
  const lines = [...new Set(rows.map(({ size }) => size))].flatMap((size) => [
    [`${size} passages`, ...head],
    ...rows
      .filter((row) => row.size === size)
      .map((row) => [labels.get(row.engine), ...COLUMNS.map(([, show]) => show(row))]),
    ['', ...head.map(() => '')],
  ]);
  return `${textTable(lines)}\n${notesOn(rows)}\n`;
}

function notesOn(rows) {
  const { real, size } = rows.reduce((most, row) => (row.size > most.size ? row : most));
  const joined = size > real ? ` From the ${real + 1}th on, a passage is two real texts joined.` : '';
  const own = rows.filter(({ engine }) => engine === 'golden-rule').map(({ longest }) => longest);
  const blocked =
    own.length > 0
      ? `\nThe longest that one question blocked the event loop with our engine: ${short(Math.max(...own))} ms.`
      : '';
  return `Real questions of nine words; real texts, titles and aliases of the public sets.${joined}
The libraries are asked for the best 20. longest: for how long one question blocked the event loop at most. index: with training, where
ours trains (at most 300 passages). memory: heap and external growth after tidying up, without the passages themselves; SQLite's with the
size of its pages; below 1 MB it says little.${blocked}`;
}

module.exports = { speedTable };
