const { existsSync, readdirSync } = require('node:fs');
const { join } = require('node:path');
const { isShaping } = require('./is-shaping');
const { readLabelledDrafts } = require('./read-labelled-drafts');

const ROOT = join(__dirname, '..', '..');
const OWN = join(ROOT, 'tests', 'eval');
const SHARED = join(ROOT, '..', 'shared', 'eval', 'drafts.dev.jsonl');

/** The sets of labelled drafts, each with a `name`: those of one file, or all that are known. `labels` is missing where a set is not here. */
function draftSets(file) {
  if (file !== undefined) return [{ name: file, labels: readLabelledDrafts(file) }];
  const own = readdirSync(OWN)
    .filter((name) => name.startsWith('drafts-') && name.endsWith('.jsonl'))
    .sort()
    .flatMap((name) => readLabelledDrafts(join(OWN, name)));
  return [
    { name: 'our own drafts, the part that shapes the check', labels: own.filter(({ draft }) => isShaping(draft)) },
    { name: 'our own drafts, the part that only measures', labels: own.filter(({ draft }) => !isShaping(draft)) },
    { name: '../shared/eval/drafts.dev.jsonl', labels: existsSync(SHARED) ? readLabelledDrafts(SHARED) : undefined },
  ];
}

module.exports = { draftSets };
