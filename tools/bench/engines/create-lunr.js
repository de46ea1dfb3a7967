const lunr = require('lunr');

/**
 * lunr with its own stemmer and stop-words, these removed from the question too. A title counts once: twice was no better. The question is
 * handed over as terms, because signs such as "+" and ":" mean something in lunr's query language.
 */
function createLunr(documents) {
  const builder = new lunr.Builder();
  builder.pipeline.add(lunr.trimmer, lunr.stopWordFilter, lunr.stemmer);
  builder.searchPipeline.add(lunr.trimmer, lunr.stopWordFilter, lunr.stemmer);
  builder.ref('id');
  builder.field('title');
  builder.field('text');
  let id = 0;
  for (const { title, text } of documents) builder.add({ id: id++, title, text });
  const index = builder.build();
  return {
    search: (question) =>
      index
        .query((query) => query.term(lunr.tokenizer(question)))
        .map(({ ref, score }) => ({ at: Number(ref), score })),
  };
}

module.exports = { createLunr };
