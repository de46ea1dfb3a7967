import type { Store } from '../../src/app/ports';
import { assemble } from '../../src/assemble';
import type { Message } from '../../src/core/model';
import { openStoreAndRows } from './all-rows';
import { CLERK_CHANNEL, recordingMessenger, SAM, SPEAKER } from './rig';

/** Words that stand in nothing but these messages. */
const SAID = [
  'rules',
  'golden rule',
  'can I put my zebrafinch phone number on my page?',
  'check: the zebrafinch clerk is a liar and a crook',
  'can I post this? "Brian Zebrafinch got that contract because of brown envelopes"',
  'somebody at the zebrafinch hall threatens to kill me',
  'zebrafinch zebrafinch zebrafinch',
  'may I film the zebrafinch allotments?',
  'ask clerk may I film the zebrafinch allotments?',
  'cancel',
  'my data',
  'privacy',
  'help',
];

describe('questions and drafts that are not sent to the clerk', () => {
  let store: Store;
  let rows: Awaited<ReturnType<typeof openStoreAndRows>>['rows'];
  beforeAll(async () => {
    ({ store, rows } = await openStoreAndRows());
  });
  afterAll(() => store.close());

  it('leave no word in any row of any table, and no row but that the message was seen, and counts', async () => {
    const { messenger } = recordingMessenger();
    const silent = { info: () => {}, warn: () => {}, error: () => {} };
    const { assistant } = assemble({ speaker: SPEAKER, store, messenger, wakeDelivery: () => {}, log: silent });
    await store.desk.linkChannel('council', CLERK_CHANNEL, 1);
    const before = new Set((await rows()).map(({ text }) => text));
    for (const [at, text] of SAID.entries()) expect(await assistant.onMessage(messageOf(text, at))).toBeDefined();
    const added = (await rows()).filter(({ text }) => !before.has(text));
    expect(added.filter(({ text }) => /zebrafinch/iu.test(text))).toEqual([]);
    expect(added.filter(({ table }) => table === 'seen')).toHaveLength(SAID.length);
    // What is counted names a passage or a rule, and nobody.
    expect(added.filter(({ table }) => table !== 'seen' && table !== 'tallies')).toEqual([]);
    expect(added.filter(({ text }) => text.includes(SAM.name))).toEqual([]);
  });

  it('would be found: a question that is sent to the clerk is there', async () => {
    const { messenger } = recordingMessenger();
    const silent = { info: () => {}, warn: () => {}, error: () => {} };
    const { assistant } = assemble({ speaker: SPEAKER, store, messenger, wakeDelivery: () => {}, log: silent });
    for (const [at, text] of ['ask clerk may I film the zebrafinch?', 'send'].entries())
      await assistant.onMessage(messageOf(text, 100 + at));
    expect((await rows()).filter(({ text }) => /zebrafinch/iu.test(text)).map(({ table }) => table)).toEqual(['cases']);
  });

  function messageOf(text: string, at: number): Message {
    const place = {
      tenant: 'council',
      conversation: 'private',
      scope: 'personal',
      from: SAM,
      address: 'v1:private',
    } as const;
    return { kind: 'message', id: String(at), text, attachments: false, ...place };
  }
});
