import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeWholeKnowledge } from '../fitting-knowledge';
import { execute, type From, installed, message, PRIYA, SAM } from './rig/activities';
import { get, post } from './rig/client';
import {
  buttonOf,
  CHANNEL_MEMBERS,
  type CouncilRig,
  cardOf,
  SKELDERBY,
  startCouncil,
  until,
  wordsOf,
} from './rig/council';
import { startEcho } from './rig/echo';
import { type Call, startLoopbackConnector } from './rig/loopback-connector';
import { TENANT_ID } from './rig/openid';

jest.setTimeout(120_000);

const AMBER_ID = '33333333-3333-4333-8333-333333333333';
const SUTTON_ID = '44444444-4444-4444-8444-444444444444';
/** In the first council this is a public number, so the draft gives away one thing less. */
const DRAFT = 'Ring Mrs Hill at home on 01632 960 001';

/** What the check says of a number that the council has not given as its own. */
const YOUR_OWN = 'That looks like your own private detail.';

type Connector = Awaited<ReturnType<typeof startLoopbackConnector>>;
type Side = { readonly connector: Connector; readonly councillor: From; readonly clerk: From };

let rig: CouncilRig;
let skelderby: Side;
let amber: Side;
let sutton: Side;

beforeAll(async () => {
  const policyUrl = 'https://golden-rule.example.gov.uk/policy';
  rig = await startCouncil([
    { ...SKELDERBY, name: 'skelderby', council: { ...SKELDERBY.council, policyUrl: `${policyUrl}/skelderby` } },
    {
      name: 'amber',
      tenant: AMBER_ID,
      // The knowledge of the first, with other people and numbers.
      knowledge: SKELDERBY.knowledge,
      council: {
        ...SKELDERBY.council,
        name: 'Amber Parish Council',
        clerk: { ...SKELDERBY.council.clerk, name: 'Owen Reed', phone: '01632 960 777' },
        clerks: [{ name: 'Owen Reed', id: '00000000-0000-4000-8000-000000000077' }],
        publicNumbers: [],
        policyUrl: `${policyUrl}/amber`,
      },
    },
    {
      name: 'sutton',
      tenant: SUTTON_ID,
      // A small policy of its own.
      knowledge: writeWholeKnowledge(mkdtempSync(join(tmpdir(), 'golden-rule-'))),
      council: { ...SKELDERBY.council, name: 'Little Sutton Parish Council' },
    },
  ]);
  skelderby = sideOf(TENANT_ID, rig.connector);
  amber = sideOf(AMBER_ID, await startLoopbackConnector());
  sutton = sideOf(SUTTON_ID, await startLoopbackConnector());
  for (const { connector } of sides()) connector.setRoster('19:clerk@thread.tacv2', CHANNEL_MEMBERS);
});
afterAll(async () => {
  await rig.close();
  await Promise.all([amber.connector.close(), sutton.connector.close()]);
});

describe('councils behind one address, whose people, chats, channels and messages have the same ids', () => {
  it('each get a code of their own, told with their name', () => {
    expect(rig.running.linkCodes.map(({ council }) => council.name)).toEqual([
      'Skelderby Town Council',
      'Amber Parish Council',
      'Little Sutton Parish Council',
    ]);
    expect(new Set(rig.running.linkCodes.map(({ code }) => code)).size).toBe(3);
  });

  it('quote each their own policy', async () => {
    expect(await said(skelderby, 'rules')).toContain('Rule 1: Debate and disagreement are welcome');
    const words = await said(sutton, 'rules');
    expect(words).toContain('be polite');
    expect(words).not.toContain('Debate');
    expect(await said(sutton, 'so angry')).toContain('Wait when you are angry.');
    expect(await said(skelderby, 'so angry')).not.toContain('Wait when you are angry.');
  });

  it('name each their own people, though the policy is the same', async () => {
    expect(await said(amber, 'privacy')).toContain('Owen Reed');
    expect(await said(amber, 'privacy')).not.toContain('Priya Shah');
    expect(await said(skelderby, 'privacy')).not.toContain('Owen Reed');
  });

  it('link each to their own page of the policy', async () => {
    const question = 'can I put my phone number on my page?';
    const shown = async (side: Side) => JSON.stringify(await card(side, side.councillor, question));
    expect(await shown(amber)).toContain('/policy/amber#');
    expect(await shown(skelderby)).toContain('/policy/skelderby#');
  });

  it('check a draft each with what they say of their own place', async () => {
    expect(await said(skelderby, `can I post this: ${DRAFT}`)).not.toContain(YOUR_OWN);
    expect(await said(amber, `can I post this: ${DRAFT}`)).toContain(YOUR_OWN);
  });

  it('answer each a message that has the id of one in the other', async () => {
    const before = amber.connector.shown().length + sutton.connector.shown().length;
    await rig.send({ ...message(amber.councillor, 'rules'), id: '1' });
    await rig.send({ ...message(sutton.councillor, 'rules'), id: '1' });
    expect(amber.connector.shown().length + sutton.connector.shown().length).toBe(before + 2);
  });

  it('remember a draft for that council only', async () => {
    await said(skelderby, 'can I post this: Vetiver Lane is closed from Monday');
    await link(sutton);
    expect(await said(sutton, 'ask clerk')).not.toContain('Vetiver');
  });

  it('keep who wants no cards apart', async () => {
    await rig.send(message(amber.councillor, 'text only'));
    await rig.send(message(amber.councillor, 'rules'));
    expect(amber.connector.shown().at(-1)?.activity?.attachments ?? []).toEqual([]);
    expect(await said(skelderby, 'rules')).toContain('Rule 1');
  });

  it('welcome each the same person in the same chat', async () => {
    const newcomer = { user: '29:eve', id: '00000000-0000-4000-8000-000000000025', name: 'Eve Storr' };
    for (const side of [skelderby, sutton]) {
      const before = side.connector.shown().length;
      for (const activity of installed({ ...side.councillor, person: newcomer })) await rig.send(activity);
      expect(side.connector.shown()).toHaveLength(before + 1);
    }
    expect(wordsOf(contentOf(sutton.connector.shown().at(-1) ?? fail('welcome')))).toContain('Little Sutton');
  });

  it('do not let in a directory that has no council', async () => {
    const stranger = { ...skelderby.councillor, tenant: '55555555-5555-4555-8555-555555555555' };
    const before = rig.connector.calls.length;
    expect((await rig.send(message(stranger, 'rules'))).status).toBe(401);
    expect(rig.connector.calls).toHaveLength(before);
  });
});

it('without sign-in too, a directory that has no council is not let in', async () => {
  const echo = await startEcho({ councilOf: () => undefined });
  const response = await post(echo.port, message({ serviceUrl: echo.connector.url }, 'hello'));
  expect([response.status, response.body]).toEqual([401, '{"error":"Not authorised."}']);
  expect(echo.lines.map(({ facts }) => facts?.reason)).toEqual(['other tenant']);
  expect(echo.connector.calls).toEqual([]);
  await echo.close();
});

describe('the policy pages', () => {
  const page = (path: string) => get(rig.running.port, path);

  it('stand below the names of the councils', async () => {
    expect((await page('/policy/amber')).body).toContain('Amber Parish Council');
    expect((await page('/policy/skelderby')).body).toContain('Skelderby Town Council');
    const { body } = await page('/policy/sutton');
    expect(body).toContain('Think before you post.');
    expect(body).not.toContain('Skelderby');
  });

  it.each(['/policy', '/policy/', '/policy/nobody', '/policy/amber/x', '/policy/__proto__', '/policy/%2e%2e'])(
    '%s is none',
    async (path) => {
      const { status, body } = await page(path);
      expect(status).toBe(404);
      expect(body).not.toContain('Council');
    },
  );
});

describe('linking a channel', () => {
  it('takes no code of another council', async () => {
    const other = codeOf('Skelderby Town Council');
    expect(wordsOf(await card(amber, amber.clerk, `link ${other}`))).toContain('code is not right');
    const pressed = await rig.press(amber.clerk, { title: '', verb: 'channel.link', data: { code: other } });
    expect(wordsOf(pressed.card)).toContain('code is not right');
    expect(await said(amber, 'ask clerk may I film?')).toContain('01632 960 777');
  });
});

describe('cases that have the same reference, request and people', () => {
  const QUESTIONS = { skelderby: 'May I film the harvest?', sutton: 'May I quote the vicar?' };
  const ANSWERS = { skelderby: 'Only with a permit.', sutton: 'Ask the vicar first.' };
  let cards: { readonly skelderby: unknown; readonly sutton: unknown };

  beforeAll(async () => {
    await link(skelderby);
    const first = await openCase(skelderby, QUESTIONS.skelderby);
    cards = { skelderby: first, sutton: await openCase(sutton, QUESTIONS.sutton) };
  });

  it('go each to their own clerk', () => {
    for (const one of ['skelderby', 'sutton'] as const) {
      expect(wordsOf(cards[one])).toContain('C-0001: Waiting for an answer');
      expect(wordsOf(cards[one])).toContain(QUESTIONS[one]);
    }
  });

  it('are shown each to their own councillor', async () => {
    for (const text of ['status C-0001', 'my cases']) {
      expect(await said(skelderby, text)).toContain(QUESTIONS.skelderby);
      expect(await said(sutton, text)).toContain(QUESTIONS.sutton);
      expect(await said(sutton, text)).not.toContain(QUESTIONS.skelderby);
    }
  });

  it('are listed each for their own clerk', async () => {
    await send(skelderby, 'a-second', 'And on Sunday?');
    await until(() => skelderby.connector.calls.some(({ activity }) => activity?.summary === 'New question C-0002'));
    const listed = async (side: Side) => wordsOf(await card(side, side.clerk, 'cases'));
    expect(await listed(skelderby)).toMatch(/C-0001[\s\S]*C-0002/u);
    expect(await listed(sutton)).toContain('C-0001');
    expect(await listed(sutton)).not.toContain('C-0002');
  });

  it.each(['case.do', 'case.open'])('cannot be reached by %s from another council', async (verb) => {
    const { data } = buttonOf(cards.skelderby, 'case.do');
    const pressed = await rig.press(sutton.clerk, { title: '', verb, data }, { answer: 'Not yours.' });
    const words = wordsOf(pressed.card);
    expect(words).not.toContain(QUESTIONS.skelderby);
    expect(words).toContain('I cannot find that case');
    expect(await said(skelderby, 'status C-0001')).not.toContain('Not yours.');
  });

  it('are answered each to their own councillor', async () => {
    for (const [name, side] of [
      ['skelderby', skelderby],
      ['sutton', sutton],
    ] as const) {
      await rig.press(side.clerk, buttonOf(cards[name], 'case.do'), { answer: ANSWERS[name] });
      const told = await until(() =>
        side.connector.calls.find(({ activity }) => activity?.summary === 'The clerk has answered C-0001'),
      );
      expect(wordsOf(cardOf(told))).toContain(ANSWERS[name]);
    }
  });

  it('are withdrawn and closed each alone', async () => {
    await said(sutton, 'close C-0001');
    expect(await said(sutton, 'status C-0001')).toContain('Closed');
    expect(await said(skelderby, 'status C-0001')).not.toContain('Closed');
  });

  it('leave no word with another council', () => {
    const shown = ({ connector }: Side) => JSON.stringify(connector.calls);
    for (const words of [QUESTIONS.skelderby, ANSWERS.skelderby, TENANT_ID, 'Skelderby'])
      expect(shown(sutton)).not.toContain(words);
    for (const words of [QUESTIONS.sutton, ANSWERS.sutton, SUTTON_ID, 'Little Sutton'])
      expect(shown(skelderby)).not.toContain(words);
    for (const words of [QUESTIONS.skelderby, QUESTIONS.sutton, SUTTON_ID, TENANT_ID, 'Little Sutton'])
      expect(shown(amber)).not.toContain(words);
  });
});

/** The same people, chats and channels as in every other council, in a directory and behind a connector of its own. */
function sideOf(tenant: string, connector: Connector): Side {
  const at = { serviceUrl: connector.url, tenant };
  return {
    connector,
    councillor: { ...at, person: SAM },
    clerk: { ...at, person: PRIYA, scope: 'channel' },
  };
}

function sides(): readonly Side[] {
  return [skelderby, amber, sutton];
}

async function card(side: Side, from: From, text: string): Promise<unknown> {
  const before = side.connector.shown().length;
  const response = await rig.send(message(from, text, { mention: from.scope === 'channel' }));
  return contentOf(side.connector.shown()[before] ?? fail(response.body));
}

/** What the councillor is shown. */
async function said(side: Side, text: string): Promise<string> {
  return wordsOf(await card(side, side.councillor, text));
}

/** A card, or the words of somebody who wants none. */
function contentOf(call: Call): unknown {
  return call.activity?.attachments?.length ? cardOf(call) : call.activity?.text;
}

function codeOf(name: string): string {
  return rig.running.linkCodes.find(({ council }) => council.name === name)?.code ?? fail(name);
}

async function link(side: Side): Promise<void> {
  const code = codeOf(side === sutton ? 'Little Sutton Parish Council' : 'Skelderby Town Council');
  await rig.press(side.clerk, buttonOf(await card(side, side.clerk, `link ${code}`), 'channel.link'));
}

/** Sends a question under the same request id as every other council does, and gives the clerk's card. */
async function openCase(side: Side, question: string): Promise<unknown> {
  await send(side, 'the-same', question);
  return cardOf(await until(() => side.connector.calls.find(({ kind }) => kind === 'thread')));
}

async function send(side: Side, requestId: string, question: string): Promise<void> {
  await rig.send(execute(side.councillor, 'case.send', { data: { requestId, question, reason: 'asked_for' } }));
}

function fail(what: string): never {
  throw new Error(`there is nothing: ${what}`);
}
