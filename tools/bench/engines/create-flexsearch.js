const { Index } = require('flexsearch');
const { contentStems } = require('../content-stems');

/**
 * FlexSearch with stems and stop-words; "suggest" lets a text in that lacks some words of the question. It gives no scores, so all
 * hits count as equally sure.
 */
function createFlexsearch(documents) {
  const index = new Index({ encode: contentStems });
  let id = 0;
  for (const { title, text } of documents) index.add(id++, `${title} ${text}`);
  return {
    search: (question, most) => index.search(question, { limit: most, suggest: true }).map((at) => ({ at, score: 1 })),
  };
}

module.exports = { createFlexsearch };
