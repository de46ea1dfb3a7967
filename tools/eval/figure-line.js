const NAME_WIDTH = 50;

/** One figure as a line to read, with the 95 % interval where it is a share. */
function figureLine(figure, value, interval) {
  const shown = interval ? value.toFixed(1) : String(value ?? '-');
  const line = `${shown.padStart(7)}  ${figure.padEnd(NAME_WIDTH)}`;
  return interval ? `${line}  95 % interval ${interval.map((end) => end.toFixed(1)).join(' to ')}` : line.trimEnd();
}

module.exports = { figureLine };
