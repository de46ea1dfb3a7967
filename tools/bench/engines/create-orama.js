const { create, insert, search } = require('@orama/orama');
const { STOP_WORDS } = require('../../../dist/core/match/tokens');

/** Orama tuned: stems, stop-words, any word of the question enough. Counting the title twice and tolerating typing errors were both worse. */
function createOrama(documents) {
  const index = create({
    schema: { title: 'string', text: 'string' },
    components: { tokenizer: { stemming: true, language: 'english', stopWords: [...STOP_WORDS] } },
  });
  let id = 0;
  for (const { title, text } of documents) insert(index, { id: String(id++), title, text });
  return {
    search: async (question, most) => {
      const { hits } = await search(index, { term: question, threshold: 1, limit: most });
      return hits.map(({ id, score }) => ({ at: Number(id), score }));
    },
  };
}

module.exports = { createOrama };
