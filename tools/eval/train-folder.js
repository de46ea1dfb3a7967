const { loadProduct } = require('./load-product');

/** What training makes of a folder whose knowledge has been read. */
function trainFolder(folder, knowledge) {
  const data = loadProduct('training-data').readTrainingData(folder, knowledge.rules);
  return loadProduct('train-knowledge').trainKnowledge(knowledge, data);
}

module.exports = { trainFolder };
