const elasticlunr = require('elasticlunr');

/** elasticlunr with its own stemmer and stop-words, any word of the question enough. A title counts once: twice was no better. */
function createElasticlunr(documents) {
  const index = elasticlunr(function build() {
    this.setRef('id');
    this.addField('title');
    this.addField('text');
    this.saveDocument(false);
  });
  let id = 0;
  for (const { title, text } of documents) index.addDoc({ id: id++, title, text });
  const settings = { fields: { title: { boost: 1 }, text: { boost: 1 } }, bool: 'OR' };
  return {
    search: (question) => index.search(question, settings).map(({ ref, score }) => ({ at: Number(ref), score })),
  };
}

module.exports = { createElasticlunr };
