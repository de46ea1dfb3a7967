/**
 * The ways of asking of a knowledge as a list of classes: the `kind` (passage, topic, talk or danger), the `id` and the `ways` of each.
 */
function waysByClass({ policy, topics, talks, urgentWays }) {
  const of =
    (kind) =>
    ({ id, ways }) => ({ kind, id, ways });
  return [
    ...policy.passages.map(of('passage')),
    ...topics.map(of('topic')),
    ...talks.map(of('talk')),
    ...Object.entries(urgentWays).map(([id, ways]) => ({ kind: 'danger', id, ways })),
  ];
}

module.exports = { waysByClass };
