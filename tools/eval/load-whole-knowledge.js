const { join } = require('node:path');
const { loadProduct } = require('./load-product');

const ROOT = join(__dirname, '..', '..');

/** All that a folder of knowledge says, without what was trained on it, which may be out of date. Throws the loader's sentence. */
function loadWholeKnowledge(folder) {
  const { loadEnvironment, readCouncil } = loadProduct('config');
  const policy = loadProduct('knowledge').loadKnowledge(folder);
  const council = readCouncil(ROOT, loadEnvironment(ROOT));
  const { loadConversation } = loadProduct('conversation-knowledge');
  const bankHolidays = loadProduct('bank-holidays-file').readBankHolidays(join(folder, 'bank-holidays.json'));
  return { ...policy, ...loadConversation(folder, policy.policy.passages, council), bankHolidays };
}

module.exports = { loadWholeKnowledge };
