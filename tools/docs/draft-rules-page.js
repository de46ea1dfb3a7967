/**
 * The rules for drafts as a page to read, in Markdown: what each says, the passages behind it, when it is graver, and examples.
 * Takes the rules, and the labelled drafts from which the check learns.
 */
function draftRulesPage(rules, draftExamples) {
  return [
    '# The rules of the draft check',
    '',
    'This page is made from `knowledge/draft-rules.yaml` by `npm run docs`. Change the rules there. [How to do it](draft-check.md).',
    ...rules.flatMap((rule) => ['', ...ruleLines(rule, draftExamples)]),
    '',
  ].join('\n');
}

function ruleLines(rule, drafts) {
  const of = (severity) => rule.examples.filter(({ marks }) => (marks[0]?.severity ?? 'ok') === severity);
  const taught = drafts.filter(({ marks }) => marks.some((mark) => mark.rule === rule.id)).length;
  return [
    `## ${rule.name}`,
    '',
    `\`${rule.id}\`: ${rule.why}`,
    '',
    `- Passages: ${rule.cites.map((id) => `\`${id}\``).join(', ')}${rule.gap ? '. The policy only comes near this, so the clerk is offered first' : ''}`,
    ...(rule.graver.length > 0
      ? [`- Always a stop with: ${rule.graver.map((all) => all.join(' and ')).join('; ')}`]
      : []),
    ...(rule.leaveOut ? ['- A calmer version may leave out the sentences with the marked words'] : []),
    `- Labelled drafts that break it: ${taught}`,
    ...examples('Stop', of('stop')),
    ...examples('Think', of('think')),
    ...examples('Nothing to say', of('ok')),
  ];
}

function examples(name, drafts) {
  if (drafts.length === 0) return [];
  return ['', `${name}:`, '', ...drafts.map(({ draft }) => `- ${draft.replaceAll('\n', ' ')}`)];
}

module.exports = { draftRulesPage };
