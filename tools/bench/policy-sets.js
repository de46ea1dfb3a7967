const { existsSync, readdirSync } = require('node:fs');
const { join } = require('node:path');
const { matchClasses } = require('../../dist/core/match/match-classes');
const { buildIndex } = require('../../dist/core/match/match-index');
const { createLexicon } = require('../../dist/core/match/lexicon');
const { loadKnowledge } = require('../../dist/knowledge');
const { readTrained } = require('../../dist/trained-file');
const { readLines } = require('./read-lines');

/**
 * The council's own policy with the labelled questions: those of the product, and those for development that stand beside the project.
 * The libraries get its passages with the ways of asking as aliases; ours gets the classes that the product ships, with topics that
 * the policy does not settle among them.
 */
function policySets(root) {
  const own = join(root, 'tests', 'eval');
  const beside = join(root, '..', 'shared', 'eval', 'questions.dev.jsonl');
  return [
    { name: 'policy-own', paths: () => namesIn(own).map((name) => join(own, name)) },
    { name: 'policy-dev', paths: () => [beside] },
  ].map(({ name, paths }) => ({
    name,
    kind: 'policy',
    load: () => ({ ...loadPolicy(join(root, 'knowledge')), questions: paths().flatMap(readQuestions) }),
  }));
}

function namesIn(folder) {
  return readdirSync(folder).filter((name) => /^questions-.*\.jsonl$/u.test(name));
}

/** What the policy answers is in scope, what must go to the clerk is out of scope; danger, commands and small talk are other contests. */
function readQuestions(path) {
  if (!existsSync(path)) throw new Error(`${path} is missing. Put the shared data beside the project.`);
  return readLines(path)
    .filter(({ expect }) => expect === 'answer' || expect === 'escalate')
    .map(({ q, gold, expect }) => ({ q, passage_ids: expect === 'answer' ? gold : null }));
}

function loadPolicy(folder) {
  const knowledge = loadKnowledge(folder);
  const trained = readTrained(join(folder, 'trained.bin'), knowledge);
  const lexicon = createLexicon(knowledge.lexicon);
  const classes = matchClasses(knowledge);
  const index = trained?.index ?? buildIndex(classes, lexicon);
  return {
    passages: knowledge.policy.passages.map(({ id, headings, text, ways, summary }) => ({
      id,
      title: headings.slice(1).join(' '),
      text,
      aliases: [...ways, summary],
    })),
    product: {
      classes,
      kinds: classes.map(({ meaning }) => meaning.kind),
      index,
      lexicon,
      ...(trained && { trained }),
    },
  };
}

module.exports = { policySets };
