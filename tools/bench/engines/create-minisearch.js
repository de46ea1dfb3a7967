const MiniSearch = require('minisearch');
const { contentStems } = require('../content-stems');

/** MiniSearch as matching.md, section 2, found it best: stems, stop-words, fuzzy 0.2, the title twice. */
function createMinisearch(documents) {
  const index = new MiniSearch({
    fields: ['title', 'text'],
    tokenize: contentStems,
    processTerm: (term) => term,
    searchOptions: { fuzzy: 0.2, boost: { title: 2 } },
  });
  let id = 0;
  for (const { title, text } of documents) index.add({ id: id++, title, text });
  return { search: (question) => index.search(question).map(({ id: at, score }) => ({ at, score })) };
}

module.exports = { createMinisearch };
