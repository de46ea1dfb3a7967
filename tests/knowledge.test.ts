import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { loadKnowledge } from '../src/knowledge';

type Files = { readonly [name: string]: string | undefined };

const print = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 12);

const CALM = 'Think before you post. Wait when you are angry.';
const FIRST = 'You must:\n· be polite';

const PASSAGES = `- id: post.think
  heading: Posting
  begins: Think before
  fingerprint: "${print('Think before you post.')}"
  summary: Think first.
- id: post.wait
  heading: Posting
  begins: Wait when
  fingerprint: "${print('Wait when you are angry.')}"
  summary: Wait when you are angry.
- id: page.rules
  heading: Your page
  begins: You must
  fingerprint: "${print(FIRST)}"
  summary: On your page, people must be polite.
  for_page_users: true
`;

/** A small folder in which everything fits. */
const FITTING: Files = {
  'social-media-policy.txt': `Policy of Little Sutton\nPosting\n${CALM}\nYour page\n${FIRST}\n`,
  'passages.yaml': PASSAGES,
  'uncovered.yaml': '- id: photos\n  title: photos of people\n  nearest: [post.wait]\n',
  'talk.yaml': '- id: thanks\n  note: You are welcome.\n- id: help-me\n  command: help\n',
  'asking/post.yaml': 'post.think:\n  - do i need to think\npost.wait:\n  - so angry\n',
  'asking/page.yaml': 'page.rules:\n  - rules for my page\n',
  'asking/uncovered.yaml': 'photos:\n  - can i post a photo of her\n',
  'asking/talk.yaml':
    'thanks:\n  - ta\nhelp-me:\n  - help\nfollow-up:\n  - and then\ndraft-lead:\n  - "would this do: hi"\n',
  'asking/urgent.yaml':
    'danger-now: [he is outside]\nself-harm: []\nthreat-crime: []\nsafeguarding: []\nself-threat: []\nnot-urgent: [killing it]\n',
};

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'knowledge-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** Loads the fitting folder with some files changed, or left out when undefined. */
function load(changes: Files = {}) {
  for (const [name, text] of Object.entries({ ...FITTING, ...changes })) {
    if (text === undefined) continue;
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return loadKnowledge(folder);
}

describe('a folder in which everything fits', () => {
  it('gives passages with their words, annotations and ways of asking', () => {
    expect(load().policy).toMatchObject({
      title: 'Policy of Little Sutton',
      source: FITTING['social-media-policy.txt'],
      warnings: [],
      headingLinks: [],
    });
    expect(load().policy.passages).toEqual([
      {
        id: 'post.think',
        headings: ['Policy of Little Sutton', 'Posting'],
        text: 'Think before you post.',
        span: { start: 32, end: 54, line: 3 },
        summary: 'Think first.',
        ways: ['do i need to think'],
        forPageUsers: false,
      },
      {
        id: 'post.wait',
        headings: ['Policy of Little Sutton', 'Posting'],
        text: 'Wait when you are angry.',
        span: { start: 55, end: 79, line: 3 },
        summary: 'Wait when you are angry.',
        ways: ['so angry'],
        forPageUsers: false,
      },
      {
        id: 'page.rules',
        headings: ['Policy of Little Sutton', 'Your page'],
        text: FIRST,
        span: { start: 90, end: 111, line: 5 },
        summary: 'On your page, people must be polite.',
        ways: ['rules for my page'],
        forPageUsers: true,
      },
    ]);
  });

  it('gives topics, talk and the ways of telling of danger', () => {
    expect(load()).toMatchObject({
      topics: [
        { id: 'photos', title: 'photos of people', nearest: ['post.wait'], ways: ['can i post a photo of her'] },
      ],
      talks: [
        { id: 'thanks', reply: { kind: 'note', text: 'You are welcome.' }, ways: ['ta'] },
        { id: 'help-me', reply: { kind: 'command', command: 'help' }, ways: ['help'] },
      ],
      urgentWays: { 'danger-now': ['he is outside'], 'self-harm': [], 'not-urgent': ['killing it'] },
    });
  });

  it('puts passages into the order of the policy', () => {
    const [first = '', ...others] = PASSAGES.split(/(?=^- )/mu);
    const { passages } = load({ 'passages.yaml': [...others, first].join('') }).policy;
    expect(passages.map(({ id }) => id)).toEqual(['post.think', 'post.wait', 'page.rules']);
  });

  it('fits still when the policy was saved with Windows line ends', () => {
    const saved = FITTING['social-media-policy.txt']?.replaceAll('\n', '\r\n') ?? '';
    expect(load({ 'social-media-policy.txt': saved }).policy.passages.at(-1)?.text).toBe('You must:\r\n· be polite');
  });
});

/** The fitting annotations with one thing changed. */
function annotated(from: string, to: string): Files {
  expect(PASSAGES).toContain(from);
  return { 'passages.yaml': PASSAGES.replace(from, to) };
}

describe('a folder in which something does not fit', () => {
  it.each<[string, () => Files, string]>([
    [
      'an unknown heading',
      () => annotated('heading: Your page', 'heading: The page'),
      'passages.yaml, line 12: The policy has no heading "The page". Did you mean "Your page"? Copy it from the policy.',
    ],
    [
      'first words that are not there',
      () => annotated('begins: Wait when', 'begins: Wait until'),
      'passages.yaml, line 8: Nothing under "Posting" begins with "Wait until". Copy the first words of a paragraph, a sentence or a bullet from the policy.',
    ],
    [
      'first words that are there twice',
      () => ({
        'social-media-policy.txt': `Policy of Little Sutton\nPosting\n${CALM}\nThink before you share.\nYour page\n${FIRST}\n`,
      }),
      'passages.yaml, line 3: "Think before" begins more than one place under "Posting": lines 3 and 4. Write more of the first words.',
    ],
    [
      'two entries for one place',
      () => annotated('begins: Wait when', 'begins: Think before you'),
      'passages.yaml, line 8: "post.think" begins at the same place. Remove one of the two.',
    ],
    [
      'words that changed under their annotations',
      () => ({ 'social-media-policy.txt': FITTING['social-media-policy.txt']?.replace('are angry', 'feel angry') }),
      `passages.yaml, line 9: the passage changed under its annotations: read it again, then set fingerprint to "${print('Wait when you feel angry.')}".`,
    ],
    [
      'a missing fingerprint',
      () => annotated(`  fingerprint: "${print(FIRST)}"\n`, ''),
      `passages.yaml, line 11: the passage changed under its annotations: read it again, then set fingerprint to "${print(FIRST)}".`,
    ],
    [
      'a missing summary',
      () => annotated('  summary: Think first.\n', ''),
      'passages.yaml, line 1: summary: is missing. Write one plain line of at most 20 words.',
    ],
    [
      'an empty summary',
      () => annotated('summary: Think first.', 'summary: ""'),
      'passages.yaml, line 5: summary: is empty. Write one plain line of at most 20 words.',
    ],
    [
      'a summary of 21 words',
      () => annotated('summary: Think first.', `summary: ${'word '.repeat(21)}`),
      'passages.yaml, line 5: summary: is longer than 20 words. Shorten it.',
    ],
    [
      'a sentence without an entry',
      () => ({ 'social-media-policy.txt': `${FITTING['social-media-policy.txt']}Be brief.\nBe calm.\n` }),
      'social-media-policy.txt: lines 7 to 8 have no entry in passages.yaml. Add one for each thing that is said there.',
    ],
    [
      'a single line without an entry',
      () => ({ 'social-media-policy.txt': `${FITTING['social-media-policy.txt']}Be brief.\n` }),
      'social-media-policy.txt: line 7 has no entry in passages.yaml. Add one for each thing that is said there.',
    ],
    [
      'an id used twice',
      () => annotated('id: post.wait', 'id: post.think'),
      'passages.yaml, line 6: the id "post.think" is used twice. Give each entry its own id.',
    ],
    [
      'ways of asking for an unknown id',
      () => ({ 'asking/page.yaml': 'page.rules:\n  - rules\npage.rulez:\n  - rulez\n' }),
      'page.yaml, line 4: the id "page.rulez" is not known. Correct it, or remove its list.',
    ],
    [
      'an id with ways of asking in two files',
      () => ({ 'asking/post.yaml': `${FITTING['asking/post.yaml']}page.rules:\n  - rules\n` }),
      'post.yaml, line 6: the id "page.rules" stands in another file too. Put its lists together.',
    ],
    [
      'a passage with no ways of asking',
      () => ({ 'asking/page.yaml': '{}' }),
      'passages.yaml, line 11: "page.rules" has no ways of asking. Write some under "page.rules:" in a file of the folder asking.',
    ],
    [
      'a topic with an empty list of ways of asking',
      () => ({ 'asking/uncovered.yaml': 'photos:\n' }),
      'uncovered.yaml, line 1: "photos" has no ways of asking. Write some under "photos:" in a file of the folder asking.',
    ],
    [
      'talk with no ways of asking',
      () => ({ 'asking/talk.yaml': 'thanks:\n  - ta\n' }),
      'talk.yaml, line 3: "help-me" has no ways of asking. Write some under "help-me:" in a file of the folder asking.',
    ],
    [
      'a nearest passage that does not exist',
      () => ({ 'uncovered.yaml': '- id: photos\n  title: photos\n  nearest:\n    - post.wait\n    - post.photos\n' }),
      'uncovered.yaml, line 5: no passage has the id "post.photos". Use an id from passages.yaml, or remove it.',
    ],
    [
      'talk with neither a note nor a command',
      () => ({ 'talk.yaml': '- id: thanks\n' }),
      'talk.yaml, line 1: the file: needs either a note or a command.',
    ],
    [
      'a policy without words',
      () => ({ 'social-media-policy.txt': '' }),
      "social-media-policy.txt, line 1: no text stands below a heading. Put the words of your council's policy there.",
    ],
    [
      'a line that is not YAML',
      () => ({ 'talk.yaml': '- id: thanks\n  note: "You are welcome\n' }),
      'talk.yaml, line 3: this is not YAML that can be read: Missing closing "quote. Correct it.',
    ],
  ])('is refused: %s', (_, changes, message) => {
    expect(() => load(changes())).toThrow(message);
  });

  it.each([
    'social-media-policy.txt',
    'passages.yaml',
    'uncovered.yaml',
    'talk.yaml',
    'asking/uncovered.yaml',
    'asking/talk.yaml',
    'asking/urgent.yaml',
  ])('is refused: %s is missing', (name) => {
    expect(() => load({ [name]: undefined })).toThrow(
      `${join(folder, name)} is missing. Put it there. The repository holds an example.`,
    );
  });
});

describe('the folder of this repository', () => {
  const knowledge = loadKnowledge(join(__dirname, '..', 'knowledge'));

  it('has 58 passages, each the words of the policy at its place', () => {
    const source = readFileSync(join(__dirname, '..', 'knowledge', 'social-media-policy.txt'), 'utf8');
    expect(knowledge.policy.passages).toHaveLength(58);
    for (const { text, span } of knowledge.policy.passages) expect(source.slice(span.start, span.end)).toBe(text);
  });

  it('says of the rules of engagement, and of nothing else, that they are for people who use a page', () => {
    const forPageUsers = knowledge.policy.passages.filter((passage) => passage.forPageUsers).map(({ id }) => id);
    expect(forPageUsers).toEqual('welcome 1 2 3 4 5 sanction casework'.split(' ').map((name) => `roe.${name}`));
  });

  it('has no contractions in summaries, titles and notes', () => {
    const said = [
      ...knowledge.policy.passages.map(({ summary }) => summary),
      ...knowledge.topics.map(({ title }) => title),
      ...knowledge.talks.flatMap(({ reply }) => (reply.kind === 'note' ? reply.text : [])),
    ];
    expect(said.filter((text) => /n['’]t\b|['’](?:re|ve|ll|m|d)\b/iu.test(text))).toEqual([]);
  });
});
