/** What a line of JSON says; undefined when it is not JSON. */
function parseLine(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

module.exports = { parseLine };
