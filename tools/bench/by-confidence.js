/**
 * Judged questions in groups of the same confidence, surest first, each with how many it holds and how many of them are right. What is
 * equally sure cannot be told apart by a threshold, so no figure may depend on its order.
 */
function byConfidence(judged) {
  const groups = new Map();
  for (const { confidence, right } of judged) {
    const group = groups.get(confidence) ?? { confidence, size: 0, right: 0 };
    groups.set(confidence, group);
    group.size += 1;
    if (right) group.right += 1;
  }
  return [...groups.values()].sort((a, b) => b.confidence - a.confidence);
}

module.exports = { byConfidence };
