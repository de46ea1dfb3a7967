const { fitGuidance } = require('./fit-guidance');
const { guidanceBySubject } = require('./guidance-by-subject');
const { guidanceCases } = require('./guidance-cases');
const { isShaping } = require('./is-shaping');
const { createGuidanceJudge } = require('./judge-guidance');
const { loadProduct } = require('./load-product');
const { ownQuestions } = require('./own-questions');
const { ROOT, readWholeProduct } = require('./read-whole-product');
const { percentOf } = require('./percent-of');

const USAGE = 'Usage: npm run eval:guidance -- [--fit]';
/** Of the answers to a question about another subject the likeliest ones teach most. */
const RIVALS = 2;

/** Shows how often saved answers are found and how often a wrong one is shown. Gives the status of this program. */
function main(words) {
  if (words.some((word) => word !== '--fit')) {
    console.error(USAGE);
    return 2;
  }
  const knowledge = readWholeProduct(ROOT);
  const judge = createGuidanceJudge(knowledge);
  const near = nearPairs(guidanceCases(), judge);
  const asked = questionsBySubject(knowledge, judge);
  const shaping = asked.filter(({ q }) => isShaping(q)).flatMap(rivalPairs);
  const cases = [...new Set(near.map(({ id }) => id))];
  const unseen = cases.flatMap((id) => {
    const model = fitGuidance([...near.filter((pair) => pair.id !== id), ...shaping]);
    return near.filter((pair) => pair.id === id).map((pair) => ({ ...pair, confidence: confidenceIn(pair, model) }));
  });
  if (words.includes('--fit')) console.log(JSON.stringify(fitGuidance([...near, ...shaping]), null, 2));
  const measuring = asked.filter(({ q }) => !isShaping(q));
  const { SHOWN } = loadProduct('core/guidance/shown-guidance');
  const { OFFERED } = loadProduct('core/guidance/advise');
  for (const [name, line] of [
    ['shown as the answer', SHOWN],
    ['shown or offered', OFFERED],
  ])
    console.log([`${name}, from ${line} on:`, ...nearLines(unseen, line), ...subjectLines(measuring, line)].join('\n'));
  return 0;
}

/** Each question of a saved answer with the evidence for that answer, and whether it means the same. */
function nearPairs(cases, judge) {
  return cases.flatMap((one) => {
    const ask = judge([one]);
    const pairs = (questions, right) => questions.map((q) => ({ id: one.id, q, right, evidence: ask(q)[0].evidence }));
    return [...pairs(one.same, true), ...pairs(one.other, false)];
  });
}

/** The labelled questions whose subject is known, each with the evidence for an answer on every subject. */
function questionsBySubject(knowledge, judge) {
  const entries = guidanceBySubject(knowledge);
  const topics = new Set(knowledge.topics.map(({ id }) => id));
  const ask = judge(entries);
  return ownQuestions().flatMap(({ q, gold, about, expect }) => {
    const right = topics.has(about) ? [about] : expect === 'answer' ? gold : [];
    return right.length > 0 ? [{ q, right, found: ask(q) }] : [];
  });
}

function rivalPairs({ right, found }) {
  return found
    .filter(({ id }) => !right.includes(id))
    .map(({ evidence }) => ({ evidence, right: false }))
    .sort((one, other) => alike(other) - alike(one))
    .slice(0, RIVALS);
}

function alike({ evidence: { subject, letters, words } }) {
  return subject + letters + words;
}

function nearLines(pairs, line) {
  const count = (right) => pairs.filter((pair) => pair.right === right);
  const over = (some) => some.filter(({ confidence }) => confidence >= line).length;
  return [
    figure('the same question in other words', over(count(true)), count(true).length),
    figure('a question that only uses its words', over(count(false)), count(false).length),
  ];
}

/** With the weights as they are in the product. */
function subjectLines(asked, line) {
  const { guidanceConfidence } = loadProduct('core/guidance/create-guidance-finder');
  const best = asked.map(({ right, found }) => {
    const scored = found.map(({ id, evidence }) => ({ id, confidence: guidanceConfidence(evidence) }));
    const [first] = scored.sort((one, other) => other.confidence - one.confidence);
    return { over: first.confidence >= line, right: right.includes(first.id) };
  });
  return [
    figure(
      'questions on the subject of a saved answer',
      best.filter(({ over, right }) => over && right).length,
      best.length,
    ),
    figure('questions on another subject', best.filter(({ over, right }) => over && !right).length, best.length),
  ];
}

function figure(name, part, whole) {
  return `  ${`${part} of ${whole}`.padStart(12)}  ${String(percentOf(part, whole)).padStart(5)} %  ${name}`;
}

function confidenceIn({ evidence }, { bias, weights }) {
  const sum = Object.entries(evidence).reduce((total, [name, value]) => total + value * weights[name], bias);
  return 1 / (1 + Math.exp(-sum));
}

try {
  process.exitCode = main(process.argv.slice(2));
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
