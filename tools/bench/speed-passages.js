const { existsSync, readdirSync } = require('node:fs');
const { join } = require('node:path');
const { hashOf } = require('./hash-of');
const { readLines } = require('./read-lines');

/** Any number that shares no factor with the number of texts will do: it keeps the second text of a pair far from the first. */
const STRIDE = 7919;

/**
 * `size` passages of real text: each text, title and alias of the sets in `folder` once, under the title of its passage, in an order as
 * if by lot. Where these run out, two real texts are joined, a new pair each time. `real` is how many are not joined.
 */
function speedPassages(folder, size) {
  const pool = realTexts(folder);
  const passages = Array.from({ length: size }, (_, number) => {
    const one = pool[number % pool.length];
    const round = Math.floor(number / pool.length);
    if (round === 0) return { id: String(number), ...one };
    const other = pool[(number + round * STRIDE) % pool.length];
    return { id: String(number), title: one.title, text: `${one.text} ${other.text}` };
  });
  return { passages, real: Math.min(size, pool.length) };
}

function realTexts(folder) {
  const titles = new Map();
  for (const name of readdirSync(folder).filter((one) => existsSync(join(folder, one, 'passages.jsonl'))))
    for (const { title, text, aliases = [] } of readLines(join(folder, name, 'passages.jsonl')))
      for (const one of [text.trim(), title, ...aliases]) if (one && !titles.has(one)) titles.set(one, title);
  return [...titles]
    .map(([text, title]) => ({ title, text, lot: hashOf(text) }))
    .sort((a, b) => a.lot - b.lot)
    .map(({ title, text }) => ({ title, text }));
}

module.exports = { speedPassages };
