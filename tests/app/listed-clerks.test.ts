import { openStore } from '../../src/adapters/storage/open-store';
import type { Messenger, Store } from '../../src/app/ports';
import { refuseAsClerk } from '../../src/app/refuse-at-desk';
import type { Visit } from '../../src/app/surroundings';
import { createSpeaker } from '../../src/core/conversation/speaker';
import type { Clerk } from '../../src/core/council';
import { CLERK_CHANNEL, COUNCIL, KNOWLEDGE, PRIYA, recordingMessenger } from './rig';

const EMAIL = COUNCIL.clerk.email;
const VISIT: Visit = {
  tenant: 'council',
  conversation: CLERK_CHANNEL.conversation,
  scope: 'channel',
  from: PRIYA,
  address: 'to:clerks',
  key: '',
  session: {},
};

describe('somebody who was on the list of clerks when the channel was linked', () => {
  let store: Store;
  beforeAll(async () => {
    store = await openStore('file::memory:');
    await store.desk.linkChannel('council', CLERK_CHANNEL, 1);
  });
  afterAll(() => store.close());

  const { messenger } = recordingMessenger();
  const unread: Messenger = { ...messenger, memberOf: async () => undefined };
  const another: Messenger = { ...messenger, memberOf: async () => ({ id: 'x', name: 'X', email: EMAIL }) };

  it.each<readonly [string, Clerk, Messenger, string | undefined]>([
    ['may go on while the list has the id', { name: 'P', id: PRIYA.id }, unread, undefined],
    [
      'may go on while the list has the e-mail address',
      { name: 'P', email: EMAIL.toUpperCase() },
      messenger,
      undefined,
    ],
    ['may not when the list has another id', { name: 'T', id: 'tom' }, messenger, 'not_clerk'],
    ['may not when the list has another e-mail address', { name: 'T', email: 'tom@x.gov.uk' }, messenger, 'not_clerk'],
    ['may not when nobody can be asked for the e-mail address', { name: 'P', email: EMAIL }, unread, 'not_clerk'],
    ['may not when the address is that of somebody else', { name: 'P', email: EMAIL }, another, 'not_clerk'],
  ])('%s', async (_, clerk, asked, refusal) => {
    const speaker = createSpeaker(KNOWLEDGE, { ...COUNCIL, clerks: [clerk] });
    expect(await refuseAsClerk(VISIT, { store, speaker, messenger: asked })).toBe(refusal);
  });
});
