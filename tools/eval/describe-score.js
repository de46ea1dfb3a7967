const { describeAnswer } = require('./describe-answer');
const { figureLine } = require('./figure-line');

/** The score of one set as lines to read: its figures, with the 95 % interval of each share, and how many lines are right by label. */
function describeScore(name, { figures, intervals, labels }) {
  const { questions, ...rest } = figures;
  return [
    `${name[0].toUpperCase()}${name.slice(1)}: ${questions} lines`,
    '',
    ...Object.entries(rest).map(([figure, value]) => figureLine(figure, value, intervals[figure])),
    '',
    '  right by label:',
    ...Object.entries(labels)
      .sort(([, one], [, other]) => other.lines - one.lines)
      .map(
        ([label, { lines, right }]) => `${`${right} of ${lines}`.padStart(14)}  ${describeAnswer({ outcome: label })}`,
      ),
  ];
}

module.exports = { describeScore };
