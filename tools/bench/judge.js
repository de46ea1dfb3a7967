/**
 * What a ranking of passages is worth for a question: the place of the first right passage (0 where none was found), whether the first
 * one is right, and the confidence in it. Nothing found is the least confidence that there is.
 */
function judge(ranking, question, passages) {
  const gold = new Set(question.passage_ids ?? []);
  const place = 1 + ranking.findIndex(({ passage }) => gold.has(passages[passage].id));
  return {
    inScope: gold.size > 0,
    place,
    right: place === 1,
    confidence: ranking[0]?.score ?? Number.NEGATIVE_INFINITY,
  };
}

module.exports = { judge };
