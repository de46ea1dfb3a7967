const { byConfidence } = require('./by-confidence');

/**
 * AUROC: how likely it is that a question in scope and right has a higher confidence than one of the rest; a tie counts half.
 * Undefined where there is only one kind.
 */
function areaUnderRoc(judged) {
  let rest = judged.filter(({ right }) => !right).length;
  const pairs = rest * (judged.length - rest);
  if (pairs === 0) return undefined;
  let won = 0;
  for (const group of byConfidence(judged)) {
    const tied = group.size - group.right;
    rest -= tied;
    won += group.right * (rest + tied / 2);
  }
  return won / pairs;
}

module.exports = { areaUnderRoc };
