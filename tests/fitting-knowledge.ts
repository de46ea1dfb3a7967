import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { loadKnowledge } from '../src/knowledge';

export type Files = { readonly [name: string]: string | undefined };

/** The fingerprint of a passage. */
export const print = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 12);

export const CALM = 'Think before you post. Wait when you are angry.';
export const FIRST = 'You must:\n· be polite';

export const PASSAGES = `- id: post.think
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
export const FITTING: Files = {
  'social-media-policy.txt': `Policy of Little Sutton\nPosting\n${CALM}\nYour page\n${FIRST}\n`,
  'passages.yaml': PASSAGES,
  'uncovered.yaml': '- id: photos\n  title: photos of people\n  nearest: [post.wait]\n',
  'talk.yaml': '- id: thanks\n  note: You are welcome.\n- id: help-me\n  command: help\n',
  'asking/post.txt': '[post.think]\ndo i need to think\n\n[post.wait]\nso angry\n',
  'asking/page.txt': '# Rules.\n[page.rules]\nrules for my page\n',
  'asking/uncovered.txt': '[photos]\ncan i post a photo of her\n',
  'asking/talk.txt': '[thanks]\nta\n[help-me]\nhelp\n[follow-up]\nand then\n[draft-lead]\nwould this do: hi\n',
  'asking/urgent.txt': '[danger-now]\nhe is outside\n[not-urgent]\nkilling it\n',
  'drafts.txt': 'would this do: «hi all»\n',
  'draft-rules.yaml':
    'rules:\n  - id: abuse\n    name: Abuse\n    why: It is rude.\n    cites: [page.rules]\n    stop: [fool]\n',
  'draft-examples/abuse.txt': 'You fool\n  abuse stop: fool\n',
  'urgent-examples/more.txt': '[danger-now]\nhe is in the porch\n[not-urgent]\nkilling it again\n',
  'lexicon.txt': 'children: bairns, kids\n',
};

/** Loads the fitting files from a folder, with some of them changed, or left out when undefined. */
export function loadFitting(folder: string, changes: Files = {}) {
  writeFiles(folder, { ...FITTING, ...changes });
  return loadKnowledge(folder);
}

/** The same, with all that is said to people, so that councils can use the folder. */
export function writeWholeKnowledge(folder: string): string {
  writeFiles(folder, {
    ...FITTING,
    'cards.yaml':
      'golden_rule: post.think\nrisks: post.think\nstreet_test: post.wait\npage_rules: [page.rules]\nabuse_steps: [post.wait]\n',
  });
  for (const name of ['wording.yaml', 'commands.yaml', 'urgent.yaml', 'bank-holidays.json'])
    copyFileSync(join(__dirname, '..', 'knowledge', name), join(folder, name));
  return folder;
}

export function writeFiles(folder: string, files: Files): void {
  for (const [name, text] of Object.entries(files)) {
    if (text === undefined) continue;
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
}
