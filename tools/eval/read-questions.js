const { existsSync, readFileSync } = require('node:fs');
const { basename } = require('node:path');
const { parseLine } = require('./parse-line');

/**
 * The labelled questions of a file of JSON lines, with ids that begin with the name of the file so that they are unique among files.
 * Lines without a question, such as drafts, are left out. Throws a sentence with file and line for what cannot be read.
 */
function readQuestions(file) {
  if (!existsSync(file)) throw new Error(`${file} is missing.`);
  const name = basename(file, '.jsonl');
  const seen = new Set();
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((text, at) => {
      if (!text.trim()) return [];
      const fault = (sentence) => new Error(`${file}, line ${at + 1}: ${sentence}`);
      const line = parseLine(text);
      if (typeof line !== 'object' || line === null) throw fault('this is not a JSON object.');
      if (!('q' in line)) return [];
      const { id, q, gold, expect, about } = line;
      if (id === undefined || typeof q !== 'string' || typeof expect !== 'string' || !Array.isArray(gold))
        throw fault('a labelled question needs "id", "q", "gold" (a list of passages) and "expect".');
      if (seen.has(id)) throw fault(`the id "${id}" stands in this file twice.`);
      seen.add(id);
      return [{ id: `${name}/${id}`, q, gold, expect, ...(about !== undefined && { about }) }];
    });
}

module.exports = { readQuestions };
