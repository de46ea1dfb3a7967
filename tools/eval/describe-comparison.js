const { describeAnswer } = require('./describe-answer');

/** What a change of the ways of asking wins and loses, as lines to read: each question with what is found now and what was found before. */
function describeComparison(total, { before, now, lost, won }) {
  return [
    `Right before: ${before} of ${total} questions. Right now: ${now}.`,
    '',
    ...describeMoved('Lost: right before, wrong now', lost),
    '',
    ...describeMoved('Won: wrong before, right now', won),
  ];
}

function describeMoved(heading, moved) {
  return [
    `${heading}: ${moved.length}.`,
    ...moved.flatMap(({ label, before, now }) => [
      '',
      `  ${label.q}`,
      `    found now:     ${describeAnswer(now)}`,
      `    found before:  ${describeAnswer(before)}`,
    ]),
  ];
}

module.exports = { describeComparison };
