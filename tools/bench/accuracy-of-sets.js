const { measureAccuracy } = require('./measure-accuracy');

/**
 * Measures every engine on every set: a list of `{ set, kind, engine, …figures }`. A set that is not there and a library that is not
 * installed are reported and left out.
 */
async function accuracyOfSets(sets, { engines, typos, report }) {
  const rows = [];
  const missing = new Set();
  for (const { name, kind, load } of sets) {
    const set = loaded(name, load, report);
    if (!set) continue;
    for (const engine of engines.filter((one) => !missing.has(one))) {
      const begun = performance.now();
      try {
        const figures = await measureAccuracy(engine, set, typos);
        rows.push({ set: name, kind, engine: engine.name, ...figures });
        report.tell(`${name}: ${engine.name} in ${((performance.now() - begun) / 1000).toFixed(1)} s`);
      } catch (error) {
        if (error.code !== 'MODULE_NOT_FOUND') throw error;
        missing.add(engine);
        report.leave(`${engine.label}: ${error.message.split('\n')[0]}. Run: npm ci`);
      }
    }
  }
  return rows;
}

function loaded(name, load, report) {
  try {
    return load();
  } catch (error) {
    report.leave(`the set ${name}: ${error.message}`);
    return undefined;
  }
}

module.exports = { accuracyOfSets };
