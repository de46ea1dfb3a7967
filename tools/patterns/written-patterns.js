const { readFileSync } = require('node:fs');
const { parseSync } = require('@swc/core');

/** The regular expressions that stand in a TypeScript file: source, flags and where. */
function writtenPatterns(file) {
  const found = [];
  visit(parseSync(readFileSync(file, 'utf8'), { syntax: 'typescript' }), ({ type, pattern, flags }) => {
    if (type === 'RegExpLiteral') found.push({ source: pattern, flags, where: file });
  });
  return found;
}

function visit(node, look) {
  if (typeof node !== 'object' || node === null) return;
  look(node);
  for (const part of Object.values(node)) visit(part, look);
}

module.exports = { writtenPatterns };
