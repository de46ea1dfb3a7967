const { longestSharedRun } = require('./longest-shared-run');
const { sameWords } = require('./same-words');

/** Shorter questions, such as "rules please", are everybody's words. */
const SHORTEST = 4;
/** A way with so many words of a question in one unbroken run, and with so much of the question, is a copy with a word changed. */
const LONG_RUN = 6;
const COPIED = 0.8;

/**
 * The ways of asking that are copied from a labelled question, whole or nearly: each `way` with its class. A question whose words the
 * engine has been given measures nothing any more.
 */
function copiedWays(classes, questions) {
  const asked = questions.map(({ q }) => sameWords(q).split(' ')).filter((words) => words.length >= SHORTEST);
  const byStretch = new Map();
  for (const words of asked)
    for (const stretch of stretchesOf(words)) byStretch.set(stretch, [...(byStretch.get(stretch) ?? []), words]);
  return classes.flatMap(({ kind, id, ways }) =>
    ways.filter((way) => isCopied(sameWords(way).split(' '), byStretch)).map((way) => ({ kind, id, way })),
  );
}

function isCopied(words, byStretch) {
  const alike = new Set(stretchesOf(words).flatMap((stretch) => byStretch.get(stretch) ?? []));
  return [...alike].some((question) => {
    const run = longestSharedRun(question, words);
    return Math.max(question.length, words.length) === run || (run >= LONG_RUN && run >= COPIED * question.length);
  });
}

/** Every run of four words: only questions that share one with a way need a closer look. */
function stretchesOf(words) {
  return words.slice(SHORTEST - 1).map((_, at) => words.slice(at, at + SHORTEST).join(' '));
}

module.exports = { copiedWays };
