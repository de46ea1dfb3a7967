const { writeFileSync } = require('node:fs');
const { join } = require('node:path');
const { loadProduct } = require('../eval/load-product');
const { draftRulesPage } = require('./draft-rules-page');

const ROOT = join(__dirname, '..', '..');

writeFileSync(
  join(ROOT, 'docs', 'draft-rules.md'),
  draftRulesPage(loadProduct('knowledge').loadKnowledge(join(ROOT, 'knowledge'))),
);
