const { describeAnswer } = require('./describe-answer');

const NAME_WIDTH = 50;

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

function figureLine(figure, value, interval) {
  const shown = interval ? value.toFixed(1) : String(value ?? '-');
  const line = `${shown.padStart(7)}  ${figure.padEnd(NAME_WIDTH)}`;
  return interval ? `${line}  95 % interval ${interval.map((end) => end.toFixed(1)).join(' to ')}` : line.trimEnd();
}

module.exports = { describeScore };
