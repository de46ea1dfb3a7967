const winkBm25 = require('wink-bm25-text-search');
const { contentStems } = require('../content-stems');

/** wink-bm25-text-search with stems and stop-words, the title twice. */
function createWink(documents) {
  const index = winkBm25();
  index.defineConfig({ fldWeights: { title: 2, text: 1 } });
  index.definePrepTasks([contentStems]);
  let id = 0;
  for (const { title, text } of documents) index.addDoc({ title, text }, id++);
  index.consolidate();
  return {
    search: (question, most) => index.search(question, most).map(([id, score]) => ({ at: Number(id), score })),
  };
}

module.exports = { createWink };
