import { join } from 'node:path';
import { answerLines, type Line } from './adapters/cli/answer-lines';
import { converse } from './adapters/cli/converse';
import { openStore } from './adapters/storage/open-store';
import { createRender } from './adapters/teams/cards';
import { platformOf } from './app/check-draft';
import type { Messenger } from './app/ports';
import { assemble } from './assemble';
import { councilFileOf, loadEnvironment, readCouncil } from './config';
import { findingsTurn } from './core/conversation/draft-replies';
import { createSpeaker } from './core/conversation/speaker';
import { circumstancesOf } from './core/draft/circumstances';
import type { Turn } from './core/reply';
import { knowledgeBeside } from './knowledge-beside';
import { loadKnowledge } from './load-knowledge';

/** There is nobody at the other end of a terminal. */
const NO_MESSENGER: Messenger = {
  post: async () => ({ kind: 'unreachable' }),
  update: async () => ({ kind: 'unreachable' }),
  replyTo: async () => ({ kind: 'unreachable' }),
  membersOf: async () => [],
  isIn: () => false,
  memberOf: async () => undefined,
  privately: (from) => from,
  isInThread: () => false,
  chatLink: () => '',
};
const SILENT = { info: () => {}, warn: () => {}, error: () => {} };

/** `ask WORDS`, `ask --why WORDS` for each step to the answer, `ask` for a conversation, `ask --jsonl` for lines of JSON from standard input. */
async function main(words: readonly string[]): Promise<number> {
  const root = join(__dirname, '..');
  const environment = loadEnvironment(root);
  const council = readCouncil(root, environment);
  const knowledge = knowledgeBeside(councilFileOf(root, environment), root);
  const speaker = createSpeaker(loadKnowledge(knowledge, council), council);
  const render = createRender(join(root, 'cards'));
  const store = await openStore('file::memory:');
  const { assistant, checkDraft, explain } = assemble({
    speaker,
    store,
    messenger: NO_MESSENGER,
    wakeDelivery: () => {},
    log: SILENT,
  });
  const say = async (text: string, conversation: string): Promise<Turn> => {
    said += 1;
    const turn = await assistant.onMessage({
      kind: 'message',
      id: String(said),
      tenant: 'terminal',
      conversation,
      scope: 'personal',
      from: { id: 'terminal', name: 'You' },
      text,
      attachments: false,
      address: '',
    });
    if (!turn) throw new Error('A line was taken for one that was answered before.');
    return turn;
  };
  let said = 0;

  const printed = async (text: string) => render((await say(text, 'terminal')).reply).text;
  try {
    if (words[0] === '--jsonl') return await answerLines(process.stdin, process.stdout, (line) => answerLine(line));
    if (words[0] === '--why') process.stdout.write(`${(await explain(words.slice(1).join(' '))).join('\n')}\n`);
    else if (words.length > 0) process.stdout.write(`${await printed(words.join(' '))}\n`);
    else await converse(process.stdin, process.stdout, printed);
    return 0;
  } finally {
    await store.close();
  }

  async function answerLine(line: Line): Promise<Turn> {
    if (!('draft' in line)) return say(line.q, line.id);
    const { draft, platform } = line;
    const check = await checkDraft(draft, circumstancesOf(council, Date.now(), platformOf(platform)));
    return findingsTurn({ draft, check }, speaker);
  }
}

main(process.argv.slice(2)).then(
  (status) => {
    process.exitCode = status;
  },
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  },
);
