import type { Assistant } from '../../src/app/assistant';
import { ACTS, type Act } from '../../src/app/desk-acts';
import { planCase } from '../../src/app/plan-case';
import type { Store } from '../../src/app/ports';
import { stepCase } from '../../src/app/step-case';
import { assemble } from '../../src/assemble';
import type { Case, CaseDesk, CaseEvent } from '../../src/core/cases/case';
import { createSpeaker } from '../../src/core/conversation/speaker';
import type { Person, Press } from '../../src/core/model';
import type { Turn } from '../../src/core/reply';
import { COUNCIL, JOE, KNOWLEDGE, PRIYA, recordingMessenger, SAM, textOf, type Where } from './rig';

const TOM: Person = { id: 'tom', name: 'Tom Reed' };
const CHAIR: Person = { id: 'chair', name: 'Anita Rao' };
const OLD: Person = { id: 'old-clerk', name: 'Olive Old' };

export const MATRIX_SPEAKER = createSpeaker(KNOWLEDGE, {
  ...COUNCIL,
  clerks: [
    { id: PRIYA.id, name: PRIYA.name },
    { id: TOM.id, name: TOM.name, deputy: true },
  ],
  alternate: { id: CHAIR.id, name: CHAIR.name, title: 'chair', email: 'chair@example.gov.uk' },
});

/** Words that only the cases hold. */
const CANARY = 'zebrafinch';

/** Everybody who may try, and where. The channel was linked when the one who has left was still a clerk. */
export const EVERYBODY: { readonly [who: string]: Where & { readonly tenant?: string } } = {
  'the one who asked': { from: SAM, scope: 'personal', conversation: 'chat-sam' },
  'another councillor': { from: JOE, scope: 'personal', conversation: 'chat-joe' },
  'the clerk': { from: PRIYA, scope: 'channel', conversation: 'clerks' },
  'the deputy': { from: TOM, scope: 'channel', conversation: 'clerks' },
  'the clerk in private': { from: PRIYA, scope: 'personal', conversation: 'chat-priya' },
  'the clerk in another channel': { from: PRIYA, scope: 'channel', conversation: 'elsewhere' },
  'the alternate': { from: CHAIR, scope: 'personal', conversation: 'chat-chair' },
  'the alternate in the channel': { from: CHAIR, scope: 'channel', conversation: 'clerks' },
  'a councillor in the channel': { from: JOE, scope: 'channel', conversation: 'clerks' },
  'one who was a clerk': { from: OLD, scope: 'channel', conversation: 'clerks' },
  'the clerk of another council': { from: PRIYA, scope: 'channel', conversation: 'clerks', tenant: 'other' },
  'the one who asked, of another council': { from: SAM, scope: 'personal', conversation: 'chat-sam', tenant: 'other' },
};

/** Which case is named. */
export const CASES = ['to the clerk', 'about the clerk', 'that does not exist'] as const;
export type WhichCase = (typeof CASES)[number];

type Named = { readonly id: string; readonly reference: string; readonly version: number };
type Try = {
  readonly before: readonly CaseEvent['kind'][];
  readonly held?: true;
  readonly press?: (named: Named) => { readonly verb: string; readonly data: Press['data'] };
  readonly say?: (named: Named) => string;
};

const BEFORE: { readonly [act in Act]?: readonly CaseEvent['kind'][] } = {
  hand_back: ['taken'],
  take_over: ['taken'],
  close: ['answered'],
  reopen: ['closed'],
};

const pressedActs = Object.keys(ACTS).map((act): readonly [string, Try] => [
  `press ${act}`,
  {
    before: BEFORE[act as Act] ?? [],
    press: ({ id, version }) => ({
      verb: 'case.do',
      data: { act, caseId: id, version: String(version), answer: 'Yes.' },
    }),
  },
]);

const typedActs = Object.keys(ACTS).map((act): readonly [string, Try] => {
  const words = act.replaceAll('_', ' ');
  return [`type ${words}`, { before: BEFORE[act as Act] ?? [], say: ({ reference }) => `${words} ${reference} Yes.` }];
});

const pressed = (verb: string, before: Try['before']): readonly [string, Try] => [
  `press ${verb}`,
  { before, press: ({ id, reference }) => ({ verb, data: { caseId: id, reference, more: 'and more' } }) },
];

const typed = (words: string, more: Omit<Try, 'say'> = { before: [] }): readonly [string, Try] => [
  `type ${words}`,
  { ...more, say: ({ reference }) => words.replace('CASE', reference) },
];

/** Everything that can be tried with a case, by button and in words. */
export const TRIES: { readonly [what: string]: Try } = Object.fromEntries([
  ...pressedActs,
  ...typedActs,
  pressed('case.open', []),
  typed('open CASE'),
  typed('hold CASE a reason'),
  typed('release CASE a reason', { before: [], held: true }),
  typed('log CASE'),
  pressed('case.more', []),
  pressed('case.close', ['answered']),
  pressed('case.withdraw', []),
  pressed('case.reopen', ['closed']),
  typed('status CASE'),
  typed('add CASE and more'),
  typed('cancel CASE'),
  typed('my data all'),
  typed('forget me yes', { before: ['closed'] }),
]);

export type Outcome = { readonly sees: boolean; readonly changes: boolean };

/** Tries everything and tells what came of it. Each try has a council and cases of its own. */
export function createMatrix(store: Store) {
  const { messenger, calls } = recordingMessenger();
  const silent = { info: () => {}, warn: () => {}, error: () => {} };
  const { assistant } = assemble({ speaker: MATRIX_SPEAKER, store, messenger, wakeDelivery: () => {}, log: silent });
  let tries = 0;
  return async (who: string, what: string, which: WhichCase): Promise<Outcome> => {
    tries += 1;
    const tenant = `council-${tries}`;
    const where = EVERYBODY[who];
    const tried = TRIES[what];
    if (!where || !tried) throw new Error(`Nobody knows ${who} or ${what}.`);
    for (const council of [tenant, `${tenant}-other`]) await linkWith(store, council);
    const toClerk = await prepared(store, { tenant, desk: 'clerk', tried });
    const aboutClerk = await prepared(store, { tenant, desk: 'alternate', tried });
    const nowhere = { id: 'no-such-id', reference: 'C-0999', version: 1 };
    const named = which === 'to the clerk' ? toClerk : which === 'about the clerk' ? aboutClerk : nowhere;
    calls.length = 0;
    const own = where.tenant === undefined ? tenant : `${tenant}-other`;
    const turn = await attempt(assistant, { tenant: own, where, tried, named });
    const shown = [turn.reply, ...calls.flatMap(({ reply }) => reply ?? [])];
    const before = [toClerk, aboutClerk];
    const after = await Promise.all(before.map(({ id }) => store.cases.byId(tenant, id)));
    return {
      sees: shown.some((reply) => reply.card === 'access-log' || textOf(reply).includes(CANARY)),
      changes: JSON.stringify(after) !== JSON.stringify(before),
    };
  };
}

function linkWith(store: Store, tenant: string): Promise<void> {
  const clerkIds = [PRIYA.id, TOM.id, OLD.id];
  return store.desk.linkChannel(tenant, { address: 'to:clerks', conversation: 'clerks', linkedBy: OLD, clerkIds }, 1);
}

type Preparing = { readonly tenant: string; readonly desk: CaseDesk; readonly tried: Try };

async function prepared(store: Store, { tenant, desk, tried }: Preparing): Promise<Case> {
  const id = `${tenant}-${desk}`;
  const words = { question: `A ${CANARY}?`, draft: `The ${CANARY}.` };
  const { case: opened } = await store.cases.open(
    {
      ...{ id, requestId: id, tenant, desk, ...words, reason: 'asked_for', about: {}, nearest: [] },
      ...{ councillor: SAM, councillorAddress: 'to:chat-sam' },
    },
    { at: 1, joins: () => false, plan: (saved) => planCase(saved, MATRIX_SPEAKER.office) },
  );
  let one = opened;
  for (const kind of tried.before) {
    const by = desk === 'clerk' ? PRIYA : CHAIR;
    const change = stepCase(
      one,
      { kind, at: 2, by, ...(kind === 'answered' && { text: CANARY }) } as CaseEvent,
      MATRIX_SPEAKER.office,
    );
    if (!change || !(await store.cases.change([change], 2))) throw new Error(`It could not be ${kind}.`);
    one = change.changed;
  }
  const entry = { at: 3, by: PRIYA, action: 'held', caseId: id } as const;
  if (tried.held) await store.cases.setHold(tenant, id, { held: true, entry });
  return (await store.cases.byId(tenant, id)) ?? one;
}

type Attempt = { readonly tenant: string; readonly where: Where; readonly tried: Try; readonly named: Named };

async function attempt(assistant: Assistant, { tenant, where, tried, named }: Attempt): Promise<Turn> {
  const { from = SAM, scope = 'personal', conversation = '' } = where;
  const place = { id: '1', tenant, from, scope, conversation, address: `to:${conversation}` };
  if (tried.press) return assistant.onPress({ ...place, kind: 'press', ...tried.press(named) });
  const text = tried.say?.(named) ?? '';
  const turn = await assistant.onMessage({ ...place, kind: 'message', text, attachments: false });
  if (!turn) throw new Error(`"${text}" was not answered.`);
  return turn;
}
