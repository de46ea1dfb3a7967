const { confidenceFeatures } = require('../../../dist/core/match/confidence');
const { createRanking } = require('../../../dist/core/match/create-ranking');
const { buildIndex } = require('../../../dist/core/match/match-index');
const { samplesOf } = require('../../../dist/core/match/train');
const { inTurns } = require('../../../dist/core/steps');
const { trainClassifier } = require('../../../dist/core/match/train-classifier');
const { productLexicon } = require('../product-lexicon');

/** The classifier is trained for small bases only: with more classes it costs minutes and gains little (matching.md, section 4). */
const MOST_TRAINED = 300;

/**
 * Our own engine over passages, or over the classes of the product itself where the set brings them (`product`). `features` is what its
 * confidence is read from; it is missing where the best class is no passage, so that the question is passed on. `pause` lets others have
 * their turn between two steps.
 */
function createGoldenRule(passages, { product = learned(passages), pause = async () => {} }) {
  const { kinds } = product;
  const rank = createRanking(product);
  return {
    rank: async (question) => {
      const ranked = await inTurns(rank(question), pause);
      // Danger has its own classifier in the product: its classes do not compete for answers.
      const candidates = ranked.candidates.filter(({ one }) => kinds?.[one] !== 'urgent');
      const isPassage = ({ one }) => !kinds || kinds[one] === 'passage';
      return {
        ranking: candidates.filter(isPassage).map(({ one, score }) => ({ passage: one, score })),
        ...(candidates[0] && isPassage(candidates[0]) && { features: confidenceFeatures({ ...ranked, candidates }) }),
      };
    },
  };
}

function learned(passages) {
  const lexicon = productLexicon();
  const classes = passages.map(({ title, text, aliases = [] }) => ({
    ways: [...new Set([title, ...aliases])],
    heading: title,
    body: text.trim(),
  }));
  const index = buildIndex(classes, lexicon);
  if (classes.length > MOST_TRAINED) return { classes, index, lexicon };
  const { space, samples } = samplesOf(classes, lexicon);
  const subjects = trainClassifier(samples, { features: space.hashes.length, classes: classes.length });
  return { classes, index, lexicon, trained: { space, subjects } };
}

module.exports = { createGoldenRule };
