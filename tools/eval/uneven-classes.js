/** With fewer ways than this a class is too faint beside the others. */
const FEWEST = 40;
/** A class with more than so many times the median of its kind in ways draws questions away from the others. */
const MOST_TIMES = 3;

/** The classes that are phrased too little or too much: `few`, and `many`, each with the `median` of its kind. */
function unevenClasses(classes) {
  const measured = classes.map(({ kind, id, ways }) => ({
    kind,
    id,
    ways: ways.length,
    median: medianOf(kind, classes),
  }));
  return {
    few: measured.filter(({ ways }) => ways < FEWEST),
    many: measured.filter(({ ways, median }) => ways > MOST_TIMES * median),
  };
}

function medianOf(kind, classes) {
  const counts = classes
    .filter((one) => one.kind === kind)
    .map(({ ways }) => ways.length)
    .sort((one, other) => one - other);
  const middle = counts.length >> 1;
  return counts.length % 2 === 1 ? counts[middle] : (counts[middle - 1] + counts[middle]) / 2;
}

module.exports = { unevenClasses };
