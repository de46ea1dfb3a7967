const { judgeLine } = require('./judge-line');
const { percentOf } = require('./percent-of');
const { riskCoverage } = require('./risk-coverage');
const { wilsonInterval } = require('./wilson-interval');

/**
 * Scores answers against labelled questions. A label has `id`, `q`, `gold` (ids of passages) and `expect` (an outcome); `answers` holds
 * `{outcome, confidence, passages: [{text}]}` by id of the label, `golds` the texts of passages by id.
 * Gives the `figures` by name, the 95 % `intervals` of those that are a share, for each expectation how many lines there are and how
 * many are right (`labels`), and the `wrong` lines. The definitions are those of score.mjs, so the figures can be compared.
 */
function scoreQuestions(labels, answers, golds) {
  const lines = labels.map((label) => {
    const answer = answers.get(label.id);
    return { label, answer, ...(answer ? judgeLine(label, answer, golds) : { ok: false }) };
  });
  const answered = lines.filter(({ answer }) => answer);
  const shares = sharesOf(lines, answered);
  const { area, covered } = riskCoverage(answered.filter(isOfCurve).map(pointOf));
  const each = (measure) => Object.fromEntries(shares.map(([name, part, whole]) => [name, measure(part, whole)]));
  return {
    figures: {
      questions: labels.length,
      'no answer line': lines.length - answered.length,
      ...each(percentOf),
      'false urgent': answered.filter(isFalseUrgent).length,
      'area under risk-coverage (lower is better)': area,
      'coverage at 95 % precision %': percentOf(covered, answered.filter(isOfCurve).length),
    },
    intervals: each(wilsonInterval),
    labels: countByLabel(lines),
    wrong: lines.filter(({ ok }) => !ok).map(({ label, answer }) => ({ label, answer })),
  };
}

/** Each figure that is a share: its name, how many there are, and of how many. */
function sharesOf(lines, answered) {
  const of = (...expected) => answered.filter(({ expect }) => expected.includes(expect));
  const isOk = ({ ok }) => ok;
  const share = (name, group, isPart) => [name, group.filter(isPart).length, group.length];
  return [
    share('right passage first %', of('answer'), ({ first, sure }) => first && sure),
    share('right passage in top 3 %', of('answer'), ({ top3, offered }) => top3 && offered),
    share('passed to the clerk when the policy is silent %', of('escalate'), isOk),
    ['asked back with choices %', answered.filter(({ outcome }) => outcome === 'choose').length, lines.length],
    share(
      'wrong among answers given as sure %',
      answered.filter(({ outcome }) => outcome === 'answer'),
      isWrongAnswer,
    ),
    share('urgent caught %', of('urgent'), isOk),
    share('abuse caught %', of('abuse_steps'), isOk),
    share('chat, help and commands %', of('chitchat'), isOk),
    share('golden rule and rules cards %', of('golden_rule', 'rules'), isOk),
    share('draft recognised %', of('check'), isOk),
    share('all lines right %', lines, isOk),
  ];
}

function isWrongAnswer({ expect, top3 }) {
  return !top3 || expect === 'escalate' || expect === 'urgent';
}

/** Somebody who tells of abuse is not disturbed by the card for danger; anybody else is. */
function isFalseUrgent({ expect, outcome }) {
  return outcome === 'urgent' && expect !== 'urgent' && expect !== 'abuse_steps';
}

/** Confidence is measured where there is an answer to give or to hold back. */
function isOfCurve({ expect }) {
  return expect === 'answer' || expect === 'escalate';
}

/** Where the policy is silent, whatever is answered is wrong, and what is not given as an answer risks nothing. */
function pointOf({ expect, outcome, confidence, first }) {
  if (expect === 'answer') return { confidence, good: first };
  return { confidence: outcome === 'answer' ? confidence : 0, good: false };
}

function countByLabel(lines) {
  const labels = {};
  for (const { label, ok } of lines) {
    const { lines: all, right } = labels[label.expect] ?? { lines: 0, right: 0 };
    labels[label.expect] = { lines: all + 1, right: right + (ok ? 1 : 0) };
  }
  return labels;
}

module.exports = { scoreQuestions };
