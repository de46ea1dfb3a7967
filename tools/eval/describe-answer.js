/** What is found, in plain words, by outcome. */
const FOUND = {
  answer: 'an answer',
  choose: 'a choice of passages',
  golden_rule: 'the golden rule',
  abuse_steps: 'the steps against abuse',
  rules: 'the page rules',
  check: 'a draft to check',
  escalate: 'a question for the clerk',
  urgent: 'danger',
  chitchat: 'talk',
};
/** The first passage is named where it makes the difference. */
const NAMES_PASSAGE = ['answer', 'choose'];

/**
 * One answer in plain words, such as "an answer: resp.golden.rule (confidence 0.43)". A passage that has a summary is shown with it.
 */
function describeAnswer({ outcome, passages = [], confidence }) {
  const [first] = passages;
  const subject = NAMES_PASSAGE.includes(outcome) && first ? named(first) : undefined;
  return [
    FOUND[outcome] ?? outcome,
    ...(subject ? [`: ${subject}`] : []),
    ...(confidence === undefined ? [] : [` (confidence ${confidence.toFixed(2)})`]),
  ].join('');
}

function named({ id, summary }) {
  return summary ? `${id} "${summary}"` : id;
}

module.exports = { describeAnswer };
