import { createDraftCheck } from '../../../src/core/draft/check-draft';
import { createDraftReading } from '../../../src/core/draft/draft-reading';
import { readDraftSignals } from '../../../src/core/draft/draft-signals';
import { readDraftRules } from '../../../src/core/draft/read-draft-rules';
import { NO_LEXICON } from '../../../src/core/match/lexicon';
import { atOnce } from '../../../src/core/steps';
import { checkDraft } from './council-draft-check';

const rule = { id: 'a', name: 'A', why: 'Because.', cites: ['p.1'] };
const local = {
  publicNumbers: ['01632 960001'],
  domains: ['example.org'],
  venues: ['2 Robin Street'],
  officeHolders: [{ name: 'Jenny Wren', office: 'mayor' }],
};
const checkWith = (...written: readonly object[]) => {
  const rules = readDraftRules({ groups: { bird: ['robin|wren', 'barn owl'] }, rules: written });
  const check = createDraftCheck({
    rules,
    read: createDraftReading(readDraftSignals(rules), local),
    lexicon: NO_LEXICON,
  });
  return (...draft: Parameters<typeof check>) => atOnce(check(...draft));
};

describe('a disguised insult is still a stop, and the whole disguise is among the marked words', () => {
  it.each([
    ['He is a w@nker', 'w@nker'],
    ['She is a w4nker!', 'w4nker'],
    ['f*cking Cllr Marr', 'f*cking'],
    ['what a t o s s e r', 't o s s e r'],
    ['what a t.w.a.t.', 't.w.a.t'],
    ['you wan\u200bker', 'wan\u200bker'],
    ['you wаnker', 'wаnker'],
    ['you 𝐰𝐚𝐧𝐤𝐞𝐫', '𝐰𝐚𝐧𝐤𝐞𝐫'],
    ['you wánker', 'wánker'],
    ['you wankerrrr', 'wankerrrr'],
    ['you b@st@rd5', 'b@st@rd5'],
    ['Cllr Marr is an 1d10t', '1d10t'],
  ])('%s', (draft, words) => {
    const [finding] = checkDraft(draft).findings;
    expect(finding).toMatchObject({ rule: 'abuse', severity: 'stop' });
    expect(draft.slice(finding?.start, finding?.end)).toContain(words);
  });
});

describe('a harmless word that only looks rude is not found', () => {
  it.each([
    'The Scunthorpe bus now stops at Penistone and Clitheroe.',
    'Cllr Dick Turner will open the fete.',
    'Roadworks in Lightwater, Middlesex and Cockermouth until Friday.',
    'Arsenal fans welcome at the Cock Inn quiz.',
    'Grades out today: 3 A*s and 2 Bs, well done to all.',
    'Titfield, Shitterton and Wetwang are on the walking map.',
    'Open 9-5, tel 0345 600 1234, see p.14 of the programme.',
  ])('%s', (draft) => {
    expect(checkDraft(draft).findings).toEqual([]);
  });
});

describe('words that clear a rule elsewhere do not clear a stop', () => {
  it.each([
    'Cllr Marr is a dickhead who hates dogs',
    'I will not accept that scumbag Marr',
    'Do not tell anyone but the password is Beck1234',
    'Everybody evacuate now, link below',
    'Forget what the Environment Agency tell you, stay in your homes, the bank will hold.',
    'Photo of the kids at the gala, I have not got permission from the parents',
    'Best council page ever says vote for me on polling day',
    'I declared nothing, but Cllr Marr is a thief',
  ])('%s', (draft) => {
    expect(checkDraft(draft).severity).toBe('stop');
  });
});

describe('what is known of the place', () => {
  const check = checkWith(
    { ...rule, think: ['<address>', 'jenny wren'] },
    { ...rule, id: 'b', think: ['nest'], graver: ['incident', 'election and council page'] },
  );

  it('an address that is a venue and a person in public office are not found', () => {
    expect(check('Come to 2 Robin Street and meet Jenny Wren.').findings).toEqual([]);
    expect(check('Come to 3 Robin Street.').findings).toHaveLength(1);
    expect(check('Jenny Wrenfield is not her.').findings).toEqual([]);
  });

  it('words put in for a venue lead back to the venue', () => {
    const draft = 'A nest at 2 Robin Street, see a nest';
    const found = check(draft).findings.map(({ start, end }) => draft.slice(start, end));
    expect(found).toEqual(['nest']);
  });

  it.each([
    [[], 'think'],
    [['council page'], 'think'],
    [['election'], 'think'],
    [['election', 'council page'], 'stop'],
    [['incident'], 'stop'],
  ] as const)('with %j a nest is a %s', (circumstances, severity) => {
    expect(check('A nest.', circumstances).severity).toBe(severity);
  });
});

describe('suppressors', () => {
  const check = checkWith({
    ...rule,
    think: ['cat'],
    stop: ['dog', '<bird> NEAR nest'],
    idioms: ['hot dog', 'no plain'],
    unless: ['plain'],
    unless_anywhere: ['all clear'],
  });
  it.each([
    ['a dog', 'stop'],
    ['a cat', 'think'],
    ['a hot dog', 'ok'],
    ['a hot dog for the dog', 'stop'],
    ['a plain dog', 'ok'],
    ['Plain. A dog.', 'stop'],
    ['no plain dog', 'stop'],
    ['All clear. A dog.', 'ok'],
    ['the nest of a barn owl', 'stop'],
    ['A nest. A wren.', 'ok'],
    ['the nest of an owl', 'ok'],
  ])('%s: %s', (draft, severity) => {
    expect(check(draft).severity).toBe(severity);
  });

  it('of one rule do not clear another', () => {
    const both = checkWith({ ...rule, stop: ['dog'], unless: ['plain'] }, { ...rule, id: 'b', think: ['dog'] });
    expect(both('a plain dog').findings.map((finding) => finding.rule)).toEqual(['b']);
  });
});

describe('findings', () => {
  const check = checkWith(
    { ...rule, id: 'late', stop: ['dog'] },
    { ...rule, id: 'early', think: ['cat', 'cat .. mat'], gap: true },
    { ...rule, id: 'middle', think: ['mat AND dog'] },
  );

  it('come the most serious first, then in reading order, one for each rule and the widest', () => {
    const draft = 'cat. A cat on a mat. A dog.';
    expect(
      check(draft).findings.map(({ rule, severity, start, end }) => [rule, severity, draft.slice(start, end)]),
    ).toEqual([
      ['late', 'stop', 'dog'],
      ['early', 'think', 'cat on a mat'],
      ['middle', 'think', 'mat'],
    ]);
  });

  it('carry what the rule says', () => {
    expect(check('cat').findings[0]).toMatchObject({ why: 'Because.', passages: ['p.1'], gap: true });
  });
});

describe('numbers and addresses that are public here', () => {
  const check = checkWith({ ...rule, think: ['<phone>', '<email>', '<url>'] });
  it.each([
    ['Ring 01632 960001', 'ok'],
    ['Ring +44 1632 960001', 'ok'],
    ['Ring 0345 988 1188', 'ok'],
    ['Ring 01632 960114', 'think'],
    ['Mail a@example.org', 'ok'],
    ['Mail a@parish.gov.uk', 'ok'],
    ['Mail a@example.com', 'think'],
    ['See www.example.org/x', 'ok'],
    ['See www.gov.uk.example.com/x', 'think'],
  ])('%s: %s', (draft, severity) => {
    expect(check(draft).severity).toBe(severity);
  });
});

it.each([
  ['See the photo', true],
  ['Details at www.example.com', true],
  ['Link in bio', true],
  ['The meeting is on Tuesday', false],
])('what cannot be seen here is said: %s -> %s', (draft, unseen) => {
  expect(checkDraft(draft).unseen).toBe(unseen);
});
