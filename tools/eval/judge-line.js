const { isRightPassage } = require('./is-right-passage');

/** Outcomes that give an answer without asking back. */
const SURE = ['answer', 'golden_rule', 'abuse_steps', 'rules'];
const MOST_PASSAGES = 3;

/** When the outcome is not the expected one and the line is right all the same, by what is expected. */
const ALSO_RIGHT = {
  answer: ({ top3, offered }) => offered && top3,
  escalate: () => false,
  urgent: () => false,
  abuse_steps: ({ outcome }) => outcome === 'urgent',
  chitchat: () => false,
  golden_rule: ({ sure, first }) => sure && first,
  rules: ({ sure, first }) => sure && first,
  check: () => false,
};

/**
 * Judges the answer to one labelled question. `golds` holds the texts of passages by id. `first` and `top3`: a right passage stands
 * first, or among the first three. `sure`: an answer without asking back. `offered`: that, or a choice. `ok`: the line is right.
 * Throws a sentence for an expectation or a gold passage that is not known.
 */
function judgeLine({ id, gold, expect }, answer, golds) {
  const alsoRight = ALSO_RIGHT[expect];
  if (!alsoRight) throw new Error(`${id}: nothing is known about the expectation "${expect}".`);
  const unknown = gold.find((one) => !golds.has(one));
  if (unknown !== undefined) throw new Error(`${id}: the gold passage "${unknown}" is not in knowledge/passages.yaml.`);
  const texts = gold.map((one) => golds.get(one));
  const { outcome } = answer;
  const right = (answer.passages ?? []).slice(0, MOST_PASSAGES).map((passage) => isRightPassage(passage, texts));
  const sure = SURE.includes(outcome);
  const judged = {
    expect,
    outcome,
    confidence: answer.confidence ?? 0,
    first: right[0] ?? false,
    top3: right.includes(true),
    sure,
    offered: sure || outcome === 'choose',
  };
  // An answer is right by its passage alone.
  const ok = (expect !== 'answer' && outcome === expect) || alsoRight(judged);
  return { ...judged, ok };
}

module.exports = { judgeLine };
