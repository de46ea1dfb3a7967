import { readDraftRules } from '../../../src/core/draft/read-draft-rules';

const rule = { id: 'a', name: 'A', why: 'Because.', cites: ['p.1'], stop: ['cat'] };
const withRule = (change: object) => ({ groups: { pet: ['cat', 'guinea pig'] }, rules: [{ ...rule, ...change }] });

it('a rule is read with everything it says', () => {
  expect(
    readDraftRules(
      withRule({
        gap: true,
        unless_anywhere: ['all clear'],
        disguised: ['pet'],
        stop: ['<pet> NEAR mat'],
        always_stop: ['bad cat'],
        always_think: ['odd cat'],
        never: ['good cat'],
        instead: [{ words: 'bad|odd', put: 'some' }],
        leave_out: true,
        graver: ['incident', 'election and council page'],
        examples: { flagged: [{ stop: 'A bad cat' }, { think: 'An odd cat' }], clean: ['A good cat'] },
      }),
    ),
  ).toEqual([
    {
      ...rule,
      gap: true,
      stop: ['<pet> NEAR mat'],
      think: [],
      idioms: [],
      unless: [],
      unlessAnywhere: ['all clear'],
      alwaysStop: ['bad cat'],
      alwaysThink: ['odd cat'],
      never: ['good cat'],
      instead: [{ words: 'bad|odd', put: 'some' }],
      leaveOut: true,
      graver: [['incident'], ['election', 'council page']],
      disguised: ['cat'],
      examples: [
        { draft: 'A bad cat', marks: [{ rule: 'a', severity: 'stop', start: 0, end: 9 }] },
        { draft: 'An odd cat', marks: [{ rule: 'a', severity: 'think', start: 0, end: 10 }] },
        { draft: 'A good cat', marks: [] },
      ],
      groups: { pet: ['cat', 'guinea pig'] },
    },
  ]);
});

describe('a fault is told in a sentence that says where it is', () => {
  it.each([
    ['no fields', [], 'must hold "groups" and "rules"'],
    ['no rules', { rules: [] }, 'no list named "rules"'],
    ['groups that are a list', { groups: [], rules: [rule] }, '"groups" in the draft rules'],
    ['a group with a strange name', { groups: { 'Pet 1': ['cat'] }, rules: [rule] }, 'The group "Pet 1"'],
    ['a group with the name of an entity', { groups: { phone: ['cat'] }, rules: [rule] }, 'The group "phone"'],
    ['a group that uses a later one', { groups: { a: ['<b>'], b: ['cat'] }, rules: [rule] }, 'The group "a"'],
    ['no id', { rules: [{ name: 'A' }] }, 'Rule number 1'],
    ['an id twice', { rules: [rule, rule] }, '"a" twice'],
    ['no name', withRule({ name: '' }), 'The draft rule "a" has no name.'],
    ['no why', withRule({ why: undefined }), 'The draft rule "a" has no "why".'],
    ['no cites', withRule({ cites: [] }), 'The draft rule "a" cites no passage.'],
    ['no signals', withRule({ stop: [] }), 'neither "stop" nor "think"'],
    ['an unknown field', withRule({ stpo: [] }), 'holds "stpo"'],
    ['a signal that is a number', withRule({ think: [9] }), 'The draft rule "a", think, item 1 is not text'],
    ['signals that are no list', withRule({ think: 'cat' }), 'think, must be a list'],
    ['a strange sign', withRule({ think: ['c@t'] }), 'The draft rule "a", think, cannot be read. The phrase "c@t"'],
    ['an unknown group', withRule({ unless: ['<dog>'] }), '"<dog>", which is not known here'],
    ['a gap at the end', withRule({ idioms: ['cat ..'] }), 'idioms, cannot be read'],
    ['NEAR and AND together', withRule({ think: ['a NEAR b AND c'] }), 'mixes NEAR and AND'],
    ['a circumstance that there is not', withRule({ graver: ['election and rain'] }), 'graver, holds "rain"'],
    ['calmer words without what to put', withRule({ instead: [{ words: 'cat' }] }), 'instead, item 1 needs'],
    ['calmer words that cannot be read', withRule({ instead: [{ words: 'c@t', put: '' }] }), 'instead, cannot be read'],
    ['calmer words that are no list', withRule({ instead: 'cat' }), 'instead, must be a list'],
    ['an example without a severity', withRule({ examples: { flagged: ['cat'] } }), 'flagged, item 1 must begin with'],
    ['flagged examples that are no list', withRule({ examples: { flagged: 'cat' } }), 'flagged, must be a list'],
    ['disguised words of no group', withRule({ disguised: ['dog'] }), 'the disguised group "dog"'],
  ])('%s', (_name, parsed, said) => {
    expect(() => readDraftRules(parsed)).toThrow(said);
  });
});
