const { bestPerPassage } = require('./best-per-passage');
const { documentsOf } = require('./documents-of');

/** So many documents are asked for in a measurement of accuracy: more than any set needs to find the right passage. */
const MOST_DOCUMENTS = 1000;

/** Lets a search library over documents rank passages. `most` is how many documents to ask it for; `watch` sees each document before it is indexed. */
function overDocuments(createLibrary, passages, { most = MOST_DOCUMENTS, watch }) {
  const documents = documentsOf(passages);
  const { search, ...rest } = createLibrary(watch ? watched(documents, watch) : documents);
  return {
    rank: async (question) => ({ ranking: bestPerPassage(await search(question, most), documents) }),
    ...rest,
  };
}

function* watched(documents, watch) {
  for (const document of documents) {
    watch();
    yield document;
  }
}

module.exports = { overDocuments };
