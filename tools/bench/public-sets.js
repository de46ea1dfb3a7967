const { existsSync } = require('node:fs');
const { join } = require('node:path');
const { readLines } = require('./read-lines');

/** The eight public sets with questions out of scope of matching.md, section 2. */
const NAMES = [
  'orsharc-ho30',
  'stackfaq-ho30',
  'covidq',
  'hint3-curekart-v1',
  'hint3-sofmattress-v1',
  'hint3-powerplay11-v1',
  'clinc150-10',
  'banking77oos-10',
];

/** The public sets by name, each to be loaded when it is its turn. They stand beside the project, because their licences do not let them into it. */
function publicSets(folder) {
  return NAMES.map((name) => ({
    name,
    kind: 'public',
    load: () => {
      if (!existsSync(join(folder, name)))
        throw new Error(`${join(folder, name)} is missing. Put the public data beside the project.`);
      return {
        passages: readLines(join(folder, name, 'passages.jsonl')),
        questions: readLines(join(folder, name, 'questions.jsonl')),
      };
    },
  }));
}

module.exports = { publicSets };
