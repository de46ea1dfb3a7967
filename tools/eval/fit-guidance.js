const { loadProduct } = require('./load-product');

/** Learns what each kind of evidence counts from judged pairs `{evidence, right}`: the `bias`, and a weight for each name. */
function fitGuidance(pairs) {
  const { fitConfidence } = loadProduct('core/match/confidence');
  const names = Object.keys(pairs[0].evidence);
  const fitted = fitConfidence(
    pairs.map(({ evidence, right }) => ({ features: names.map((name) => evidence[name]), right })),
  );
  const plain = fitted.weights.map((weight, at) => weight / fitted.scale[at]);
  return {
    bias: fitted.bias - plain.reduce((sum, weight, at) => sum + weight * fitted.centre[at], 0),
    weights: Object.fromEntries(names.map((name, at) => [name, plain[at]])),
  };
}

module.exports = { fitGuidance };
