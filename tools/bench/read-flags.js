const { parseArgs } = require('node:util');

const USAGE = `npm run bench:match -- [flags]

  --sets a,b      only these sets ("none": no accuracy at all)
  --engines a,b   only these engines
  --misspelt      ask the questions with typing errors as well
  --speed         measure speed and memory as well
  --json          print JSON`;

/** Reads the flags of the command line. Throws a sentence and the usage where a flag, a set or an engine is not known. */
function readFlags(words, { sets, engines }) {
  try {
    const { values } = parseArgs({
      args: words,
      options: {
        sets: { type: 'string', default: sets.join() },
        engines: { type: 'string', default: engines.join() },
        misspelt: { type: 'boolean', default: false },
        speed: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
      },
    });
    return {
      ...values,
      sets: values.sets === 'none' ? [] : chosen(values.sets, sets),
      engines: chosen(values.engines, engines),
    };
  } catch (error) {
    throw new Error(`${error.message}\n\n${USAGE}`);
  }
}

function chosen(list, known) {
  const names = list.split(',').map((name) => name.trim());
  const unknown = names.find((name) => !known.includes(name));
  if (unknown !== undefined) throw new Error(`"${unknown}" is not known. Choose from: ${known.join(', ')}.`);
  return names;
}

module.exports = { readFlags };
