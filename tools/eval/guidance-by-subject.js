const MOST_WAYS = 3;

/** One saved answer for each passage and each topic that the policy does not settle: its title, and three ways from the whole length of its list. */
function guidanceBySubject({ policy, topics }) {
  return [
    ...policy.passages.map(({ id, summary, ways }) => entry(id, summary, ways)),
    ...topics.map(({ id, title, ways }) => entry(id, title, ways)),
  ];
}

function entry(id, question, ways) {
  const step = Math.floor(ways.length / MOST_WAYS);
  return { id, question, ways: Array.from({ length: MOST_WAYS }, (_, at) => ways[at * step]) };
}

module.exports = { guidanceBySubject };
