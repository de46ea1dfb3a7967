const { describeAnswer } = require('./describe-answer');

/** The wrong lines of a set as lines to read, and how many of them, `kept`, are not shown. */
function describeWrong(wrong, kept) {
  return [
    `  wrong lines: ${wrong.length + kept}`,
    ...wrong.flatMap(({ label, answer }) => {
      const wanted = describeAnswer({ outcome: label.expect, passages: label.gold.map((id) => ({ id })) });
      const got = answer ? describeAnswer(answer) : 'no answer line';
      return [`    ${label.id}: wanted ${wanted}; got ${got}`, `        ${label.q}`];
    }),
    ...(kept > 0 ? [`    ${kept} of them belong to the part that only measures, and stay unread.`] : []),
  ];
}

module.exports = { describeWrong };
