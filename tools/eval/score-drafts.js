const { percentOf } = require('./percent-of');
const { wilsonInterval } = require('./wilson-interval');

/**
 * Scores checks of drafts against labels. `answers` holds `{severity, findings: [{rule, start, end}]}` by id of the label. Gives the
 * `figures` by name, the 95 % `intervals` of those that are a share, hits by rule, and the `wrong` lines. The definitions are those of
 * score.mjs, so the figures can be compared.
 */
function scoreDrafts(labels, answers) {
  const lines = labels.map((label) => ({ label, answer: answers.get(label.id) }));
  const answered = lines.filter(({ answer }) => answer);
  const rules = answered.flatMap(rulesOf);
  const shares = sharesOf(answered, rules);
  const each = (measure) => Object.fromEntries(shares.map(([name, part, whole]) => [name, measure(part, whole)]));
  return {
    figures: {
      'no answer line': lines.length - answered.length,
      ...each(percentOf),
      '"stop" drafts shown as clean': answered.filter(
        ({ label, answer }) => label.severity === 'stop' && answer.severity === 'ok',
      ).length,
      'findings without a valid span': answered.flatMap(badSpans).length,
    },
    intervals: each(wilsonInterval),
    rules: countByRule(rules),
    wrong: answered.filter(({ label, answer }) => answer.severity !== label.severity),
  };
}

/** Each figure that is a share: its name, how many there are, and of how many. */
function sharesOf(answered, rules) {
  const labelled = (severity) => answered.filter(({ label }) => label.severity === severity);
  const shown = (lines, isPart) => [lines.filter(({ answer }) => isPart(answer.severity)).length, lines.length];
  const found = rules.filter(({ found }) => found);
  const wanted = rules.filter(({ wanted }) => wanted);
  const both = (group) => group.filter(({ found, wanted }) => found && wanted).length;
  const marked = rules.filter(({ overlaps }) => overlaps !== undefined);
  return [
    [
      'severity exact %',
      answered.filter(({ label, answer }) => answer.severity === label.severity).length,
      answered.length,
    ],
    ['"stop" drafts shown as stop %', ...shown(labelled('stop'), (severity) => severity === 'stop')],
    ['clean drafts flagged %', ...shown(labelled('ok'), (severity) => severity !== 'ok')],
    ['rule precision %', both(found), found.length],
    ['rule recall %', both(wanted), wanted.length],
    ['marked words meet the labelled words %', marked.filter(({ overlaps }) => overlaps).length, marked.length],
  ];
}

/** For every rule that is wanted or found in a draft: which of both, and whether the marked words meet. */
function rulesOf({ label, answer }) {
  const names = new Set([...label.risks, ...answer.findings.map(({ rule }) => rule)]);
  return [...names].map((rule) => {
    const finding = answer.findings.find((one) => one.rule === rule);
    const mark = label.marks?.find((one) => one.rule === rule);
    return {
      rule,
      wanted: label.risks.includes(rule),
      found: finding !== undefined,
      overlaps: finding && mark && finding.start < mark.end && finding.end > mark.start,
    };
  });
}

function badSpans({ label, answer }) {
  return answer.findings.filter(({ start, end }) => !(0 <= start && start < end && end <= label.draft.length));
}

function countByRule(rules) {
  const counts = {};
  for (const { rule, wanted, found } of rules) {
    const count = counts[rule] ?? { wanted: 0, found: 0, both: 0 };
    counts[rule] = {
      wanted: count.wanted + (wanted ? 1 : 0),
      found: count.found + (found ? 1 : 0),
      both: count.both + (wanted && found ? 1 : 0),
    };
  }
  return counts;
}

module.exports = { scoreDrafts };
