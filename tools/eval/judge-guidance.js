const { loadProduct } = require('./load-product');

/**
 * How sure the product is that questions were answered by saved answers. `create` makes from `entries` the function that gives for a
 * question the evidence for each of them, by id.
 */
function createGuidanceJudge(knowledge) {
  const { createMatching } = loadProduct('core/match/create-matching');
  const { createGuidanceReader } = loadProduct('core/guidance/read-guidance');
  const { guidanceEvidence, guidanceTexts } = loadProduct('core/guidance/guidance-evidence');
  const read = createGuidanceReader(createMatching(knowledge, knowledge));
  return (entries) => {
    const ready = entries.map(({ id, question, ways }) => ({
      id,
      texts: guidanceTexts([question, ...ways].map(read)),
    }));
    return (question) => {
      const asked = read(question);
      return ready.map(({ id, texts }) => ({ id, evidence: guidanceEvidence(asked, texts) }));
    };
  };
}

module.exports = { createGuidanceJudge };
