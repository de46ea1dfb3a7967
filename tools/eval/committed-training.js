const { execFileSync } = require('node:child_process');
const { join } = require('node:path');
const { loadProduct } = require('./load-product');
const { trainFolder } = require('./train-folder');

const ROOT = join(__dirname, '..', '..');

/**
 * What was trained on the committed knowledge in `folder`: its own trained file. Where the code has changed since, or the file does not
 * fit, the knowledge is trained anew, so that knowledge alone makes the difference. `tell` is given a line about that.
 */
function committedTraining(folder, knowledge, tell) {
  const trained = codeIsCommitted() ? readFile(folder, knowledge) : undefined;
  if (trained) return trained;
  tell('Training the committed knowledge anew: its trained file is missing, or may not fit the code as it is …');
  return trainFolder(folder, knowledge);
}

function codeIsCommitted() {
  return execFileSync('git', ['status', '--porcelain', '--', 'src'], { cwd: ROOT, encoding: 'utf8' }) === '';
}

function readFile(folder, knowledge) {
  try {
    return loadProduct('trained-file').readTrained(join(folder, 'trained.bin'), knowledge);
  } catch {
    return undefined;
  }
}

module.exports = { committedTraining };
