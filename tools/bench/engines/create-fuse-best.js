const Fuse = require('fuse.js');
const { contentWords } = require('../content-words');

/** fuse.js as matching.md, section 2, found it best: token search, threshold 0.2, stop-words removed from the question. */
function createFuseBest(documents) {
  const fuse = new Fuse([...documents], {
    keys: ['title', 'text'],
    includeScore: true,
    useTokenSearch: true,
    threshold: 0.2,
  });
  return {
    search: (question, most) =>
      fuse
        .search(contentWords(question).join(' '), { limit: most })
        .map(({ refIndex, score }) => ({ at: refIndex, score: 1 - score })),
  };
}

module.exports = { createFuseBest };
