const { figureLine } = require('./figure-line');

/** The score of one set of drafts as lines to read: its figures, how each rule fares, and the wrong lines where they are asked for. */
function describeDraftScore({ name, drafts, figures, intervals, rules, wrong = [] }) {
  if (!figures) return [`${name} is not here, so it is left out.`, ''];
  return [
    `${name[0].toUpperCase()}${name.slice(1)}: ${drafts} drafts`,
    '',
    ...Object.entries(figures).map(([figure, value]) => figureLine(figure, value, intervals[figure])),
    '',
    '  by rule: found of those labelled, and found where nothing is labelled',
    ...Object.entries(rules)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(
        ([rule, { wanted, found, both }]) =>
          `${`${both} of ${wanted}`.padStart(14)}  ${`+${found - both}`.padEnd(5)} ${rule}`,
      ),
    '',
    ...wrong.map(
      ({ label, answer }) =>
        `  ${label.severity} shown as ${answer.severity} (${label.id}): ${label.draft.replaceAll('\n', ' ')}`,
    ),
    ...(wrong.length > 0 ? [''] : []),
  ];
}

module.exports = { describeDraftScore };
