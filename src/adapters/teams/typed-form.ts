type Sent = { readonly [name: string]: unknown };

/** What is typed in place of a button whose verb is not itself a command. A button that is not here can only be pressed. */
const TYPED: { readonly [verb: string]: (sent: Sent) => string } = {
  show: ({ ask }) => String(ask),
  'try.again': () => 'your question in other words',
  'check.draft': () => 'check: and then your draft',
  'check.all': () => 'show all points',
  'case.send': (sent) => (sent.with === 'draft' ? 'send question and draft' : 'send question only'),
  'case.more': ({ reference }) => `add ${reference} and your words`,
  'case.close': ({ reference }) => `close ${reference}`,
  'case.withdraw': ({ reference }) => `cancel ${reference}`,
  'case.open': ({ reference }) => `open ${reference}`,
  'case.reopen': ({ reference }) => `reopen ${reference}`,
  'case.not_about': () => 'not about the clerk',
  'case.do': ({ act = 'answer', reference }) =>
    `${String(act).replaceAll('_', ' ')} ${reference}${WITHOUT_WORDS.has(act) ? '' : ' and your words'}`,
  status: ({ reference }) => `status ${reference}`,
  'guidance.show': ({ reference }) => `guidance ${reference}`,
  'guidance.open': ({ reference }) => `guidance ${reference}`,
  'guidance.retire': ({ reference }) => `retire ${reference}`,
  'guidance.republish': ({ reference }) => `restore ${reference}`,
  'report.table': ({ period }) => `report ${period} as a table`,
  'my data': ({ reference }) => (reference === undefined ? 'my data' : `my data ${reference}`),
  'forget me': ({ reference }) => (reference === undefined ? 'forget me' : `forget me ${reference}`),
};

/** What a clerk does with a case without saying anything. */
const WITHOUT_WORDS: ReadonlySet<unknown> = new Set(['take', 'take_over', 'hand_back']);

/** Verbs that are commands and stand for themselves. */
const COMMANDS: ReadonlySet<unknown> = new Set(['check', 'rules', 'abuse', 'ask clerk', 'my cases', 'cancel']);

/** What a person can type in place of a button, from what the button would send; undefined when it can only be pressed. */
export function typedForm(sent: Sent): string | undefined {
  const { verb } = sent;
  if (typeof verb !== 'string') return undefined;
  return COMMANDS.has(verb) ? verb : TYPED[verb]?.(sent);
}
