import { join } from 'node:path';
import { openStore } from '../../src/adapters/storage/open-store';
import { createRender } from '../../src/adapters/teams/cards';
import type { Assistant } from '../../src/app/assistant';
import type { Sent } from '../../src/app/outbox-ports';
import type { LogFacts, Member, Messenger, Store } from '../../src/app/ports';
import { assemble } from '../../src/assemble';
import { readCouncil } from '../../src/config';
import { createSpeaker } from '../../src/core/conversation/speaker';
import type { Council } from '../../src/core/council';
import type { Address, Message, Person, Press, Scope } from '../../src/core/model';
import type { Reply } from '../../src/core/reply';
import { loadKnowledge as loadPolicyKnowledge } from '../../src/knowledge';
import { loadKnowledge } from '../../src/load-knowledge';

export const ROOT = join(__dirname, '..', '..');
/** The council of the repository, with a deputy beside its clerk. */
export const COUNCIL = withDeputy(readCouncil(ROOT, {}));
export const KNOWLEDGE = loadKnowledge(join(ROOT, 'knowledge'), COUNCIL);
/** The same with the ways of asking, which the product does not read when it starts. */
export const TAUGHT = loadPolicyKnowledge(join(ROOT, 'knowledge'));
export const SPEAKER = createSpeaker(KNOWLEDGE, COUNCIL);
export const render = createRender(join(ROOT, 'cards'));

export const SAM: Person = { id: 'sam', name: 'Cllr Sam Hill' };
export const JOE: Person = { id: 'joe', name: 'Cllr Joe Marr' };
/** A deputy, who is on the list of clerks only where a test links the channel with them. */
export const KEN: Person = { id: 'ken', name: 'Ken Ford' };
export const PRIYA: Person = { id: COUNCIL.clerks[0]?.id ?? '', name: 'Priya Shah' };

function withDeputy(council: Council): Council {
  return { ...council, clerks: [...council.clerks, { name: 'Ken Ford', id: 'ken', deputy: true }] };
}

/** Who says it and where; Sam in the private chat unless told otherwise. */
export type Where = {
  readonly from?: Person;
  readonly scope?: Scope;
  readonly conversation?: string;
  readonly attachments?: boolean;
  readonly surface?: Press['surface'];
};
const MEMBER: Member = { ...PRIYA, email: COUNCIL.clerk.email };

export const CLERK_CHANNEL = { address: 'to:clerks', conversation: 'clerks', linkedBy: PRIYA, clerkIds: [PRIYA.id] };
export const AS_CLERK: Where = { from: PRIYA, scope: 'channel', conversation: 'clerks' };

/** The draft that a card with findings shows, put together from its pieces. */
export function draftShown({ fields }: Reply): string {
  const { runs } = fields;
  return Array.isArray(runs) ? runs.map((run: { readonly text?: string }) => run.text ?? '').join('') : '';
}

type Call = {
  readonly what: keyof Messenger;
  readonly to: Address;
  readonly reply?: Reply;
  readonly options?: { readonly textOnly: boolean };
};

/** A way out that records what was asked of it and answers as it is told. */
export function recordingMessenger(answer: () => Sent | Promise<Sent> = () => ({ kind: 'sent', address: 'post-1' })) {
  const calls: Call[] = [];
  const members: Member[] = [MEMBER];
  const send = (what: keyof Messenger) => async (to: Address, reply: Reply, options?: Call['options']) => {
    calls.push({ what, to, reply, ...(options && { options }) });
    return answer();
  };
  const messenger: Messenger = {
    post: send('post'),
    update: send('update'),
    replyTo: send('replyTo'),
    isIn: () => true,
    membersOf: async () => members,
    memberOf: async () => MEMBER,
    privately: (from, personId) => `${from} privately ${personId}`,
    isInThread: (said, posted) => said === `to:thread of ${posted}`,
    chatLink: (email) => `chat:${email}`,
  };
  return { messenger, calls, members };
}

/** The application for a council with other settings, already linked. */
export async function appOf(council: Council): Promise<CouncilApp> {
  const app = (await startApp(createSpeaker(KNOWLEDGE, council))).newCouncil();
  await app.link();
  return app;
}

export type App = Awaited<ReturnType<typeof startApp>>;

let started: Promise<App> | undefined;

/** The real application on the real knowledge and a real store in memory, put together once for each test file. */
export function theApp(): Promise<App> {
  started ??= startApp();
  return started;
}

async function startApp(speaker = SPEAKER) {
  const store = await openStore('file::memory:');
  const { messenger, calls, members } = recordingMessenger();
  const lines: string[] = [];
  const write = (said: string, facts?: LogFacts) => void lines.push(JSON.stringify([said, facts]));
  const log = { info: write, warn: write, error: write };
  const wakes: number[] = [];
  const wakeDelivery = () => void wakes.push(Date.now());
  const { assistant } = assemble({ speaker, store, messenger, wakeDelivery, log });
  let councils = 0;
  return {
    assistant,
    store,
    messenger,
    log,
    close: store.close,
    /** A council that nobody has used yet, so that every test begins with nothing. */
    newCouncil: () => {
      councils += 1;
      for (const record of [calls, lines, wakes]) record.length = 0;
      members.splice(0, members.length, MEMBER);
      return { ...newCouncil(`council-${councils}`, { assistant, store }), calls, members, lines, wakes };
    },
  };
}

export type CouncilApp = ReturnType<App['newCouncil']>;

/** A council as people use it, on one instance of the application. */
export function newCouncil(
  tenant: string,
  { assistant, store }: { readonly assistant: Assistant; readonly store: Store },
) {
  let said = 0;
  const place = ({ from = SAM, scope = 'personal', conversation = `${scope}:${from.id}` }: Where) => {
    said += 1;
    return { id: String(said), tenant, conversation, scope, from, address: `to:${conversation}` };
  };
  const message = (text: string, where: Where = {}): Message => ({
    ...place(where),
    kind: 'message',
    text,
    attachments: where.attachments ?? false,
  });
  return {
    tenant,
    message,
    say: async (text: string, where: Where = {}) => {
      const turn = await assistant.onMessage(message(text, where));
      if (!turn) throw new Error(`"${text.slice(0, 40)}" was not answered`);
      return turn;
    },
    press: (verb: string, data: Press['data'] = {}, where: Where = {}) =>
      assistant.onPress({
        ...place(where),
        kind: 'press',
        verb,
        data,
        ...(where.surface && { surface: where.surface }),
      }),
    search: (command: string, query: string, where: Where = {}) =>
      assistant.onSearch({ ...place(where), kind: 'search', command, query }),
    link: (clerkIds = CLERK_CHANNEL.clerkIds) =>
      store.desk.linkChannel(tenant, { ...CLERK_CHANNEL, clerkIds }, Date.now()),
    cases: (person = SAM) => store.cases.ofCouncillor(tenant, person.id),
  };
}

/** A reply as somebody without cards reads it. */
export function textOf(reply: Reply): string {
  return render(reply).text;
}
