/** How many ways of asking were added to and removed from each class that has changed, from `before` to `now`, two lists of classes. */
function changedWays(before, now) {
  const waysBefore = new Map(before.map((one) => [nameOf(one), one.ways]));
  const waysNow = new Map(now.map((one) => [nameOf(one), one.ways]));
  return [...new Set([...waysNow.keys(), ...waysBefore.keys()])]
    .map((name) => {
      const [old = [], held = []] = [waysBefore.get(name), waysNow.get(name)];
      return { name, added: without(held, old), removed: without(old, held), ways: held.length };
    })
    .filter(({ added, removed }) => added + removed > 0);
}

function nameOf({ kind, id }) {
  return `${kind} ${id}`;
}

/** How many of a list are not in the other. */
function without(list, other) {
  const known = new Set(other);
  return list.filter((one) => !known.has(one)).length;
}

module.exports = { changedWays };
