const Fuse = require('fuse.js');

/** fuse.js as its documentation begins. Its score is 0 for a perfect hit and 1 for none, so it is turned round. */
function createFuse(documents) {
  const fuse = new Fuse([...documents], { keys: ['title', 'text'], includeScore: true });
  return {
    search: (question, most) =>
      fuse.search(question, { limit: most }).map(({ refIndex, score }) => ({ at: refIndex, score: 1 - score })),
  };
}

module.exports = { createFuse };
