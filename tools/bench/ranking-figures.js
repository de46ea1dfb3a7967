/**
 * How well engines rank, over the questions in scope: the share with a right passage first, the share with one among the first three,
 * and the mean of 1/place (MRR). `place` is the place of the first right passage, from 1; 0 where none was found.
 */
function rankingFigures(judged) {
  const places = judged.filter(({ inScope }) => inScope).map(({ place }) => place);
  const mean = (worth) => places.reduce((sum, place) => sum + (place > 0 ? worth(place) : 0), 0) / places.length;
  return {
    top1: mean((place) => (place === 1 ? 1 : 0)),
    recall3: mean((place) => (place <= 3 ? 1 : 0)),
    mrr: mean((place) => 1 / place),
  };
}

module.exports = { rankingFigures };
