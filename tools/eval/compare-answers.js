const { judgeLine } = require('./judge-line');

/**
 * Asks two answerers the same labelled questions. Gives how many were right `before` and are right `now`, and what was `lost` and `won`
 * between: the label and both answers.
 */
async function compareAnswers(labels, { before, now }, golds) {
  const compared = { before: 0, now: 0, lost: [], won: [] };
  for (const label of labels) {
    const answers = { before: await before(label.q), now: await now(label.q) };
    const right = {
      before: judgeLine(label, answers.before, golds).ok,
      now: judgeLine(label, answers.now, golds).ok,
    };
    if (right.before) compared.before += 1;
    if (right.now) compared.now += 1;
    if (right.before && !right.now) compared.lost.push({ label, ...answers });
    if (right.now && !right.before) compared.won.push({ label, ...answers });
  }
  return compared;
}

module.exports = { compareAnswers };
