/** Rows of cells as lines of text: the first column to the left, the others to the right, each as wide as its widest cell. */
function textTable(rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  const padded = (cell, column) => (column === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[column]));
  return rows.map((row) => row.map(padded).join('  ').trimEnd()).join('\n');
}

module.exports = { textTable };
