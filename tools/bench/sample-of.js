const { hashOf } = require('./hash-of');

/** The same `size` questions on every run, as if drawn by lot; all of them where there are no more. Their order stays. */
function sampleOf(questions, size) {
  if (questions.length <= size) return questions;
  const drawn = questions
    .map(({ q }, at) => ({ at, lot: hashOf(q) }))
    .sort((a, b) => a.lot - b.lot || a.at - b.at)
    .slice(0, size);
  return drawn.sort((a, b) => a.at - b.at).map(({ at }) => questions[at]);
}

module.exports = { sampleOf };
