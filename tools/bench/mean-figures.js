/** The unweighted means over sets of every figure, engine by engine; the number of questions is added up. A figure that some set does not have has no mean. */
function meanFigures(rows) {
  const names = [...new Set(rows.map(({ engine }) => engine))];
  return names.map((engine) => {
    const own = rows.filter((row) => row.engine === engine);
    return { ...meanOf(own), engine, questions: own.reduce((sum, { questions }) => sum + questions, 0) };
  });
}

function meanOf(list) {
  const [first] = list;
  if (typeof first === 'number') return list.reduce((sum, value) => sum + value, 0) / list.length;
  if (typeof first !== 'object') return undefined;
  return Object.fromEntries(Object.keys(first).map((key) => [key, meanOf(list.map((one) => one[key]))]));
}

module.exports = { meanFigures };
