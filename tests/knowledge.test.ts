import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CALM, FIRST, FITTING, type Files, loadFitting, PASSAGES, print } from './fitting-knowledge';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'knowledge-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const load = (changes?: Files) => loadFitting(folder, changes);

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

  it('gives the words of dialect and the rules for drafts', () => {
    expect(load()).toMatchObject({
      lexicon: { children: ['bairns', 'kids'] },
      rules: [{ id: 'abuse', cites: ['page.rules'], stop: ['fool'] }],
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

  it('says the same when every other file was saved with Windows line ends', () => {
    const others = Object.entries(FITTING).filter(([name]) => name !== 'social-media-policy.txt');
    const saved = Object.fromEntries(others.map(([name, text]) => [name, text?.replaceAll('\n', '\r\n')]));
    const plain = load();
    expect(load(saved)).toEqual(plain);
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
      () => ({ 'asking/page.txt': '[page.rules]\nrules\n[page.rulez]\nrulez\n' }),
      'page.txt, line 3: the id "page.rulez" is not known. Correct it, or remove its list.',
    ],
    [
      'an id with ways of asking in two files',
      () => ({ 'asking/post.txt': `${FITTING['asking/post.txt']}[page.rules]\nrules\n` }),
      'post.txt, line 6: the id "page.rules" stands in another place too. Put its lists together.',
    ],
    [
      'ways of asking for a passage among those of talk',
      () => ({ 'asking/talk.txt': `${FITTING['asking/talk.txt']}[post.think]\nthink\n` }),
      'talk.txt, line 9: the id "post.think" is not known. Correct it, or remove its list.',
    ],
    [
      'a passage with no ways of asking',
      () => ({ 'asking/page.txt': '# Nothing yet.\n' }),
      'passages.yaml, line 11: "page.rules" has no ways of asking. Write some under "[page.rules]" in a file of the folder asking.',
    ],
    [
      'a topic with an empty list of ways of asking',
      () => ({ 'asking/uncovered.txt': '[photos]\n' }),
      'uncovered.yaml, line 1: "photos" has no ways of asking. Write some under "[photos]" in a file of the folder asking.',
    ],
    [
      'talk with no ways of asking',
      () => ({ 'asking/talk.txt': '[thanks]\nta\n' }),
      'talk.yaml, line 3: "help-me" has no ways of asking. Write some under "[help-me]" in a file of the folder asking.',
    ],
    [
      'a meaning without words',
      () => ({ 'lexicon.txt': 'children:\n' }),
      'lexicon.txt, line 1: this is not "meaning: word, word".',
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
      'a rule for drafts that cites no passage',
      () => ({ 'draft-rules.yaml': FITTING['draft-rules.yaml']?.replace('page.rules', 'no.such') }),
      'draft-rules.yaml: the rule "abuse" cites "no.such", which is no passage.',
    ],
    [
      'a policy without words',
      () => ({ 'social-media-policy.txt': '' }),
      "social-media-policy.txt, line 1: no text stands below a heading. Put the words of your council's policy there.",
    ],
    [
      'a line that is not YAML',
      () => ({ 'talk.yaml': '- id: thanks\n  note: "You are welcome\n' }),
      'talk.yaml, line 3: this is not YAML that can be read: unexpected end of the stream within a double quoted scalar. Correct it.',
    ],
  ])('is refused: %s', (_, changes, message) => {
    expect(() => load(changes())).toThrow(message);
  });

  it.each([
    'social-media-policy.txt',
    'passages.yaml',
    'uncovered.yaml',
    'talk.yaml',
    'asking/uncovered.txt',
    'asking/talk.txt',
    'asking/urgent.txt',
    'drafts.txt',
    'draft-rules.yaml',
    'lexicon.txt',
  ])('is refused: %s is missing', (name) => {
    expect(() => load({ [name]: undefined })).toThrow(
      `${join(folder, name)} is missing. Put it there. The repository holds an example.`,
    );
  });
});
