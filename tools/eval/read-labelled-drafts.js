const { existsSync, readFileSync } = require('node:fs');
const { basename } = require('node:path');
const { parseLine } = require('./parse-line');

const SEVERITIES = ['ok', 'think', 'stop'];

/**
 * The labelled drafts of a file of JSON lines, with ids that begin with the name of the file so that they are unique among files.
 * `marks`, where a line has them, are the words that break each rule. Throws a sentence with file and line for what cannot be read.
 */
function readLabelledDrafts(file) {
  if (!existsSync(file)) throw new Error(`${file} is missing.`);
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((text, at) => {
      if (!text.trim()) return [];
      const line = parseLine(text);
      const { id, draft, severity, risks, marks, platform } = line ?? {};
      const whole = id !== undefined && typeof draft === 'string' && SEVERITIES.includes(severity);
      if (!whole || !Array.isArray(risks))
        throw new Error(
          `${file}, line ${at + 1}: a labelled draft needs "id", "draft", "severity" and "risks" (a list of rules).`,
        );
      return [{ id: `${basename(file, '.jsonl')}/${id}`, draft, severity, risks, marks, platform }];
    });
}

module.exports = { readLabelledDrafts };
