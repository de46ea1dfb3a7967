const { mkdtempSync, rmSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const { changedWays } = require('./changed-ways');
const { committedTraining } = require('./committed-training');
const { compareAnswers } = require('./compare-answers');
const { copyCommitted } = require('./copy-committed');
const { createAnswerer } = require('./create-answerer');
const { describeComparison } = require('./describe-comparison');
const { describeWays } = require('./describe-ways');
const { isShaping } = require('./is-shaping');
const { loadWholeKnowledge } = require('./load-whole-knowledge');
const { ownQuestions } = require('./own-questions');
const { sharedQuestions } = require('./shared-questions');
const { trainFolder } = require('./train-folder');
const { waysByClass } = require('./ways-by-class');

const KNOWLEDGE = join(__dirname, '..', '..', 'knowledge');

/**
 * Shows what a change of the ways of asking would win and lose before it goes in: the knowledge as it stands against that of the last
 * commit, on the questions that shape the engine. Resolves to the status of this program: 1 when more is lost than won.
 */
async function main() {
  const temporary = mkdtempSync(join(tmpdir(), 'guard-'));
  try {
    const now = loadWholeKnowledge(KNOWLEDGE);
    const committed = readCommitted(temporary);
    const own = ownQuestions();
    tell(...describeWays(waysOf(committed.knowledge, now, [...own, ...(sharedQuestions() ?? [])])), '');
    if (committed.fault) {
      console.error(
        `The committed knowledge cannot be read by the code as it is, so nothing is compared. ${committed.fault}`,
      );
      return 2;
    }
    if (JSON.stringify(committed.knowledge) === JSON.stringify(now)) {
      tell('The knowledge is the same as the committed one, so there is nothing to compare.');
      return 0;
    }
    return await compare(
      committed,
      now,
      own.filter(({ q }) => isShaping(q)),
    );
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

/** The knowledge of the last commit and the folder of its copy, or the sentence that says why it cannot be read. */
function readCommitted(temporary) {
  const folder = copyCommitted(temporary);
  try {
    return { folder, knowledge: loadWholeKnowledge(folder) };
  } catch (error) {
    return { fault: error.message };
  }
}

function waysOf(before, now, questions) {
  return {
    ...(before && {
      changes: {
        ways: changedWays(waysByClass(before), waysByClass(now)),
        lexicon: changedWays(meaningsOf(before), meaningsOf(now)),
      },
    }),
    now: waysByClass(now),
    questions,
    asking: join(KNOWLEDGE, 'asking'),
  };
}

/** A meaning of the lexicon and its words change in the same way as a class and its ways. */
function meaningsOf({ lexicon }) {
  return Object.entries(lexicon).map(([id, ways]) => ({ kind: 'meaning', id, ways }));
}

async function compare({ folder, knowledge: before }, now, labels) {
  const answerBefore = await createAnswerer(before, committedTraining(folder, before, tell));
  tell('Training the knowledge as it stands …');
  const answerNow = await createAnswerer(now, trainFolder(KNOWLEDGE, now));
  const golds = new Map(now.policy.passages.map(({ id, text }) => [id, text]));
  const compared = await compareAnswers(labels, { before: answerBefore, now: answerNow }, golds);
  tell('', ...describeComparison(labels.length, compared));
  const { lost, won } = compared;
  if (lost.length <= won.length) return 0;
  tell('', `More is lost (${lost.length}) than won (${won.length}).`);
  return 1;
}

function tell(...lines) {
  for (const line of lines) console.log(line);
}

main().then(
  (status) => {
    process.exitCode = status;
  },
  (error) => {
    console.error(error.message);
    process.exitCode = 2;
  },
);
