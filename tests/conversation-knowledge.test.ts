import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readCouncil } from '../src/config';
import { loadConversation } from '../src/conversation-knowledge';
import { loadKnowledge } from '../src/knowledge';
import { temporaryFolder } from './adapters/storage/temporary-folder';

const ROOT = join(__dirname, '..');
const COUNCIL = readCouncil(ROOT, {});
const { passages } = loadKnowledge(join(ROOT, 'knowledge')).policy;

const folder = temporaryFolder();
beforeEach(() => {
  cpSync(join(ROOT, 'knowledge'), folder, { recursive: true });
});

type Change = { readonly file: string; readonly from: string; readonly to: string };

/** Loads the folder with one piece of one file changed. */
function load({ file, from, to }: Change) {
  const path = join(folder, file);
  const text = readFileSync(path, 'utf8');
  if (!text.includes(from)) throw new Error(`"${from}" is not in ${file}`);
  writeFileSync(path, text.replace(from, to));
  return loadConversation(folder, passages, COUNCIL);
}

/** The line on which something stands once the file has been changed. */
function lineIn(file: string, text: string): number {
  const lines = readFileSync(join(folder, file), 'utf8').split('\n');
  return lines.findIndex((line) => line.includes(text)) + 1;
}

it('the folder of the repository can be read, with the council’s numbers filled in', () => {
  const { commands, quotes, urgent, figurative } = loadConversation(folder, passages, COUNCIL);
  expect(commands.map(({ name }) => name)).toEqual(expect.arrayContaining(['rules', 'cases']));
  expect(commands.find(({ name }) => name === 'add')).toMatchObject({ typedOnly: true });
  expect(quotes.goldenRule.id).toBe('resp.golden.rule');
  expect(urgent.map(({ level }) => level)).toEqual([
    'danger-now',
    'self-harm',
    'threat-crime',
    'safeguarding',
    'self-threat',
  ]);
  expect(urgent[0]?.first).toBe('If anyone is in danger now, call 999.');
  expect(JSON.stringify(urgent)).not.toMatch(/\{[a-z]+\}/u);
  expect(figurative.length).toBeGreaterThan(5);
});

it.each([
  [
    'a command that is not one',
    { file: 'commands.yaml', from: '- name: privacy', to: '- name: secrecy' },
    '- name: secrecy',
    'name: Invalid enum value',
  ],
  [
    'a command without a description',
    { file: 'commands.yaml', from: '  description: What I can do\n', to: '' },
    '- name: help',
    'description: Required',
  ],
  [
    'words that already mean another command',
    { file: 'commands.yaml', from: 'words: [my case,', to: 'words: [golden, my case,' },
    '- name: my cases',
    '"golden" already means "golden rule". Choose other words.',
  ],
  [
    'a command that stands there twice',
    { file: 'commands.yaml', from: '- name: cases', to: '- name: rules # again' },
    '- name: rules # again',
    'the command "rules" stands in this file already. Keep one of the two.',
  ],
  [
    'an id of a quotation that no passage has',
    { file: 'cards.yaml', from: 'resp.legal.street-test', to: 'resp.legal.street' },
    'street_test:',
    'no passage has the id "resp.legal.street". Use an id from passages.yaml.',
  ],
  [
    'an id in a list that no passage has',
    { file: 'cards.yaml', from: '- abuse.defuse', to: '- abuse.refuse' },
    '- abuse.refuse',
    'no passage has the id "abuse.refuse"',
  ],
  [
    'no steps against abuse',
    {
      file: 'cards.yaml',
      from: 'page_rules: [roe.welcome, roe.1, roe.2, roe.3, roe.4, roe.5, roe.sanction, roe.casework]',
      to: 'page_rules: []',
    },
    'page_rules:',
    'page_rules: Array must contain at least 1',
  ],
  [
    'an unknown place in a first line',
    { file: 'urgent.yaml', from: 'If anyone is in danger now, call {emergency}.', to: 'Call {emergencies}.' },
    'first: Call {emergencies}.',
    '"Call {emergencies}." asks for {emergencies}, which is not known here. Add it to contacts in council.yaml.',
  ],
  [
    'an unknown place in a step',
    { file: 'urgent.yaml', from: '- Tell the police. Tell', to: '- Ring {helpline}. Tell' },
    '- Ring {helpline}.',
    'asks for {helpline}, which is not known here.',
  ],
  [
    'a phrase that begins with a gap',
    { file: 'urgent.yaml', from: '- suicid*\n', to: '- .. suicid*\n' },
    '- .. suicid*',
    'The phrase ".. suicid*" must begin and end with a word.',
  ],
  [
    'a phrase with a sign that means nothing',
    { file: 'urgent.yaml', from: '- dying to\n', to: '- dying (to)\n' },
    '- dying (to)',
    'The phrase "dying (to)" holds "(to)"',
  ],
  [
    'a level of danger too many',
    { file: 'urgent.yaml', from: 'figurative:', to: 'panic: []\nfigurative:' },
    '',
    "Unrecognized key(s) in object: 'panic'",
  ],
  [
    'an empty sentence',
    { file: 'wording.yaml', from: 'draft_question: Can I post this draft?', to: 'draft_question: ""' },
    'draft_question:',
    'draft_question: String must contain at least 1',
  ],
  [
    'what is not YAML',
    { file: 'wording.yaml', from: 'draft_question: Can I', to: 'draft_question: "Can I' },
    '',
    'this is not YAML that can be read',
  ],
])('%s is refused with file, line and what to do', (_, change, at, why) => {
  const attempt = () => load(change);
  expect(attempt).toThrow(why);
  const line = at === '' ? '\\d+' : String(lineIn(change.file, at));
  cpSync(join(ROOT, 'knowledge'), folder, { recursive: true });
  expect(attempt).toThrow(new RegExp(`${change.file.replace('.', '\\.')}, line ${line}: `, 'u'));
});
