const { overDocuments } = require('./over-documents');

/** fuse.js compares the question with every text, so it gets fewer questions: so many a set, and for speed at most so many by size of the base. */
const SLOW = { sample: 300, speedQuestions: { 10000: 20, 100000: 0 } };

/**
 * The engines that are compared, ours first: `load()` fetches the code, `create(passages, settings)` gives `rank(question)`. An engine is
 * only loaded when it is wanted, so that one without its package does not stop the others.
 */
function engines() {
  return [
    {
      name: 'golden-rule',
      label: 'Golden Rule',
      calibrated: true,
      load: () => require('./engines/create-golden-rule').createGoldenRule,
      create: (passages, settings) => require('./engines/create-golden-rule').createGoldenRule(passages, settings),
    },
    library('fuse', 'fuse.js default *', () => require('./engines/create-fuse').createFuse, SLOW),
    library('fuse-best', 'fuse.js best *', () => require('./engines/create-fuse-best').createFuseBest, SLOW),
    library('minisearch', 'minisearch tuned', () => require('./engines/create-minisearch').createMinisearch),
    library('lunr', 'lunr', () => require('./engines/create-lunr').createLunr),
    library('elasticlunr', 'elasticlunr', () => require('./engines/create-elasticlunr').createElasticlunr),
    library('wink', 'wink-bm25', () => require('./engines/create-wink').createWink),
    library('orama', 'orama tuned', () => require('./engines/create-orama').createOrama),
    library('flexsearch', 'flexsearch (no scores)', () => require('./engines/create-flexsearch').createFlexsearch),
    library('fts5', 'SQLite FTS5', () => require('./engines/create-fts5').createFts5),
  ];
}

function library(name, label, load, more = {}) {
  return { name, label, load, create: (passages, settings) => overDocuments(load(), passages, settings), ...more };
}

module.exports = { engines };
