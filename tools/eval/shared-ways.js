const { sameWords } = require('./same-words');

/** The ways of asking that stand in more than one class, which cannot both be meant: each `way` with the names of its `classes`. */
function sharedWays(classes) {
  const holders = new Map();
  for (const { kind, id, ways } of classes)
    for (const way of ways) {
      const key = sameWords(way);
      const held = holders.get(key) ?? { way, classes: new Set() };
      held.classes.add(`${kind} ${id}`);
      holders.set(key, held);
    }
  return [...holders.values()]
    .filter((held) => held.classes.size > 1)
    .map(({ way, classes: names }) => ({ way, classes: [...names] }));
}

module.exports = { sharedWays };
