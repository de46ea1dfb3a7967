const { copiedWays } = require('./copied-ways');
const { placeOfWay } = require('./place-of-way');
const { sharedWays } = require('./shared-ways');
const { unevenClasses } = require('./uneven-classes');

/**
 * What is to be seen in the ways of asking themselves, as lines to read: what changed in them and in the lexicon (`changes`, missing
 * where that is not known), and what does harm in the classes of `now`. `asking` is the folder of their files. Copies of labelled
 * questions are named by their place and not by their words, because some of these questions must stay unread.
 */
function describeWays({ changes, now, questions, asking }) {
  const { few, many } = unevenClasses(now);
  return [
    ...(changes
      ? [...describeChanges('Ways', changes.ways), ...describeChanges('Words of the lexicon', changes.lexicon)]
      : []),
    ...list(
      'Classes with fewer than 40 ways',
      few.map(({ kind, id, ways }) => `${kind} ${id}: ${ways} ways`),
    ),
    ...list(
      'Classes with more than three times the median of their kind (uneven phrasing harms)',
      many.map(({ kind, id, ways, median }) => `${kind} ${id}: ${ways} ways, the median is ${median}`),
    ),
    ...list(
      'Ways that stand in two classes',
      sharedWays(now).map(({ way, classes }) => `"${way}": ${classes.join(' and ')}`),
    ),
    ...list(
      'Ways that are copied from a labelled question',
      copiedWays(now, questions).map(({ kind, id, way }) => `${kind} ${id}: ${placeOfWay(way, asking)}`),
    ),
  ];
}

function describeChanges(what, changes) {
  const sum = (count) => changes.reduce((total, one) => total + one[count], 0);
  return list(
    `${what} added: ${sum('added')}, removed: ${sum('removed')}. Lists that changed`,
    changes.map(({ name, added, removed, ways }) => `${name}: ${added} added, ${removed} removed, ${ways} now`),
  );
}

function list(heading, entries) {
  return entries.length === 0
    ? [`${heading}: none.`]
    : [`${heading}: ${entries.length}.`, ...entries.map((one) => `  ${one}`)];
}

module.exports = { describeWays };
