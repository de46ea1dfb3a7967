import { openStore } from '../../src/adapters/storage/open-store';
import { chatWith } from '../../src/app/chat-with';
import type { Member, Messenger, NewCase, Store } from '../../src/app/ports';
import { sendOutgoing } from '../../src/app/send-outgoing';
import { createSpeaker } from '../../src/core/conversation/speaker';
import { answered, happen, openCase, START, TENANT } from './delivery-rig';
import { CLERK_CHANNEL, COUNCIL, JOE, KNOWLEDGE, recordingMessenger, SAM, SPEAKER, textOf } from './rig';

const KNOWN: Member = { ...SAM, email: 'sam@skelderby-tc.gov.uk' };

let store: Store;
beforeEach(async () => {
  store = await openStore('file::memory:');
  await store.desk.linkChannel(TENANT, CLERK_CHANNEL, START);
});
afterEach(() => store.close());

function means(found: Partial<Messenger>, speaker = SPEAKER) {
  const { messenger, calls } = recordingMessenger();
  const nobody = { memberOf: async () => undefined, membersOf: async () => [] };
  return { store, speaker, calls, messenger: { ...messenger, ...nobody, ...found } };
}

describe('a chat with a councillor whom an answer did not reach', () => {
  it.each([
    ['in the private chat', { memberOf: async () => KNOWN }, 'chat:sam@skelderby-tc.gov.uk'],
    ['in the clerk’s channel', { membersOf: async () => [JOE, KNOWN] }, 'chat:sam@skelderby-tc.gov.uk'],
    ['nowhere', {}, undefined],
    ['without an address', { memberOf: async () => SAM }, undefined],
    ['as somebody else', { memberOf: async () => ({ ...KNOWN, id: 'joe' }) }, undefined],
  ])('is offered as they are known: %s', async (_, found, link) => {
    expect(await chatWith(await openCase(store), means(found))).toBe(link);
  });

  it.each<[string, Partial<NewCase>, typeof SPEAKER]>([
    ['the councillor hid it', { nameless: true }, SPEAKER],
    ['the council shows no names', {}, createSpeaker(KNOWLEDGE, { ...COUNCIL, showNames: false })],
  ])('is not offered, and nothing tells who it is, where no name is shown: %s', async (_, changes, speaker) => {
    const parts = means({ memberOf: async () => KNOWN, membersOf: async () => [KNOWN] }, speaker);
    const said = await thread(parts, changes);
    expect(said).toContain(SPEAKER.say('undelivered_nameless'));
    expect(said).not.toContain('chat:');
    expect(JSON.stringify(parts.calls.map(({ reply }) => reply))).not.toContain(SAM.name);
  });

  it('stands in the thread, where the clerk reads that the answer did not arrive', async () => {
    const said = await thread(means({ memberOf: async () => KNOWN }), {});
    expect(said).toContain('did not reach the councillor');
    expect(said).toContain('chat:sam@skelderby-tc.gov.uk (Chat with the councillor)');
  });

  /** What is said in the thread, after the card was drawn again too. */
  async function thread(parts: ReturnType<typeof means>, changes: Partial<NewCase>): Promise<string> {
    const told = await happen(store, await openCase(store, 'case-1', changes), answered);
    await happen(store, told, { kind: 'not_delivered', at: START, by: SAM, event: 1 });
    const about = { id: 'x', tenant: TENANT, caseId: 'case-1', event: 2, lane: 'case:case-1', target: 'channel' };
    await sendOutgoing({ ...about, kind: 'clerk-thread' }, parts);
    await sendOutgoing({ ...about, kind: 'clerk-post' }, parts);
    const line = parts.calls.find(({ reply }) => reply?.card === 'clerk-line')?.reply;
    return line ? textOf(line) : '';
  }
});
