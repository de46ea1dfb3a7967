const { areaUnderRiskCoverage } = require('./area-under-risk-coverage');
const { areaUnderRoc } = require('./area-under-roc');
const { coverageAt } = require('./coverage-at');
const { crossedConfidence } = require('./crossed-confidence');
const { judge } = require('./judge');
const { misspell } = require('./misspell');
const { rankingFigures } = require('./ranking-figures');
const { sampleOf } = require('./sample-of');

/**
 * The figures of one engine on one set. With `typos`, lists of real misspellings, the same questions are asked misspelt as well. The
 * confidence of a library is its top score as shipped, ours the calibrated one.
 */
async function measureAccuracy(engine, set, typos) {
  const { passages, questions, product } = set;
  const asked = sampleOf(questions, engine.sample ?? questions.length);
  const { rank, close } = engine.create(passages, { product });
  const judgeAll = async (written) => {
    const judged = [];
    for (const question of asked) {
      const { ranking, features } = await rank(written(question.q));
      judged.push({ q: question.q, ...judge(ranking, question, passages), features });
    }
    return judged;
  };
  const judged = await judgeAll((question) => question);
  const misspelt = typos && rankingFigures(await judgeAll((question) => misspell(question, typos)));
  close?.();
  const sure = engine.calibrated ? crossedConfidence(judged) : judged;
  return {
    questions: asked.length,
    ...rankingFigures(judged),
    auroc: areaUnderRoc(sure),
    aurc: areaUnderRiskCoverage(sure),
    coverage90: coverageAt(0.9, sure),
    coverage95: coverageAt(0.95, sure),
    ...(misspelt && { misspelt: { top1: misspelt.top1, recall3: misspelt.recall3 } }),
  };
}

module.exports = { measureAccuracy };
