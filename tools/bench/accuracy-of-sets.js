const { measureAccuracy } = require('./measure-accuracy');

/** Measures every engine on every set: a list of `{ set, kind, engine, …figures }`. A set that cannot be had is reported and left out. */
async function accuracyOfSets(sets, { engines, typos, report }) {
  const rows = [];
  for (const { name, kind, load } of sets) {
    const set = loaded(name, load, report);
    for (const engine of set ? engines : []) {
      const begun = performance.now();
      const figures = await measureAccuracy(engine, set, typos);
      rows.push({ set: name, kind, engine: engine.name, ...figures });
      report.tell(`${name}: ${engine.name} in ${((performance.now() - begun) / 1000).toFixed(1)} s`);
    }
  }
  return rows;
}

function loaded(name, load, report) {
  try {
    return load();
  } catch (error) {
    report.leave(`The set ${name}: ${error.message}`);
    return undefined;
  }
}

module.exports = { accuracyOfSets };
