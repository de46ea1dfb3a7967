const { join } = require('node:path');
const { loadProduct } = require('./load-product');

const ROOT = join(__dirname, '..', '..');
const NOBODY = { post: unreachable, update: unreachable, replyTo: unreachable, membersOf: async () => [] };
const SILENT = { info() {}, warn() {}, error() {} };

/**
 * Answers questions as the product does, each in a conversation of its own, from a knowledge and what was trained on it. The answers
 * have an `outcome`, a `confidence` and `passages`.
 */
async function createAnswerer(knowledge, trained) {
  const { loadEnvironment, readCouncil } = loadProduct('config');
  const { createSpeaker } = loadProduct('core/conversation/speaker');
  const { openStore } = loadProduct('adapters/storage/open-store');
  const { readConfidence } = loadProduct('confidence-file');
  const calibration = readConfidence(join(ROOT, 'knowledge', 'confidence.json'));
  const { assistant } = loadProduct('assemble').assemble({
    speaker: createSpeaker({ ...knowledge, trained, calibration }, readCouncil(ROOT, loadEnvironment(ROOT))),
    store: await openStore('file::memory:'),
    messenger: NOBODY,
    wakeDelivery() {},
    log: SILENT,
  });
  let said = 0;
  return async (text) => {
    said += 1;
    const { outcome, confidence, passages } = await assistant.onMessage(messageOf(text, String(said)));
    return { outcome, confidence, passages };
  };
}

async function unreachable() {
  return { kind: 'unreachable' };
}

function messageOf(text, id) {
  const from = { id: 'guard', name: 'Guard' };
  return {
    ...{ kind: 'message', id, tenant: 'guard', conversation: id, scope: 'personal' },
    ...{ from, text, attachments: false, address: '' },
  };
}

module.exports = { createAnswerer };
