const { writeFileSync } = require('node:fs');
const { join, resolve } = require('node:path');
const { loadProduct } = require('../eval/load-product');
const { draftRulesPage } = require('./draft-rules-page');

const ROOT = join(__dirname, '..', '..');
const [named] = process.argv.slice(2);

// A council's own folder of knowledge has its page beside its rules.
const folder = named === undefined ? join(ROOT, 'knowledge') : resolve(named);
const page = join(named === undefined ? join(ROOT, 'docs') : folder, 'draft-rules.md');

const { rules } = loadProduct('knowledge').loadKnowledge(folder);
const { draftExamples } = loadProduct('training-data').readTrainingData(folder, rules);
writeFileSync(page, draftRulesPage(rules, draftExamples));
