/** Hits on documents, best first -> passages, best first: each with the score of its best document. */
function bestPerPassage(hits, documents) {
  const best = new Map();
  for (const { at, score } of hits) {
    const { owner } = documents[at];
    if (!best.has(owner)) best.set(owner, { passage: owner, score });
  }
  return [...best.values()];
}

module.exports = { bestPerPassage };
