const { parseArgs } = require('node:util');

/** What is asked for; undefined when it cannot be understood. */
function readWords(words) {
  try {
    const { values, positionals } = parseArgs({
      args: words,
      allowPositionals: true,
      options: { list: { type: 'boolean', default: false }, json: { type: 'boolean', default: false } },
    });
    return positionals.length > 1 ? undefined : { ...values, file: positionals[0] };
  } catch {
    return undefined;
  }
}

module.exports = { readWords };
