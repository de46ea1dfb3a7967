import { openStore } from '../../src/adapters/storage/open-store';
import type { Sent } from '../../src/app/outbox-ports';
import type { Store } from '../../src/app/ports';
import { openCase, START, startDelivery, TENANT } from './delivery-rig';
import { CLERK_CHANNEL, PRIYA, SPEAKER, textOf } from './rig';

let store: Store;
beforeEach(async () => {
  store = await openStore('file::memory:');
});
afterEach(() => store.close());

const FOR_NOW: Sent = { kind: 'try-again' };
const DEAD: Sent = { kind: 'unreachable' };
const TROUBLE = SPEAKER.say('trouble_saved', { reference: 'C-0001' });
const NOW = SPEAKER.say('notice_now_with_clerk', { reference: 'C-0001' });

/** Lets the post of a new case fail as told and then succeed; gives what the councillor was told besides the receipt. */
async function toldAfter(failures: readonly Sent[], reach: Sent = { kind: 'sent' }): Promise<readonly string[]> {
  const delivery = await startDelivery(store);
  await openCase(store);
  for (const failure of failures) {
    // The trouble itself, and what is told to the clerk, go out after the failure.
    delivery.answers.push(failure, reach);
    await delivery.after(600_000);
    delivery.answers.length = 0;
  }
  await delivery.after(600_000);
  expect(await delivery.counts()).toEqual({ waiting: 0, parked: 0 });
  return delivery.calls
    .filter(({ reply }) => reply?.card === 'case-notice')
    .flatMap(({ reply }) => (reply ? [textOf(reply)] : []));
}

it.each<[string, readonly Sent[], readonly string[]]>([
  ['nothing of a post that arrives at once', [], []],
  ['nothing of one failure', [FOR_NOW], []],
  ['of trouble after two failures, and then that it has arrived', [FOR_NOW, FOR_NOW], [TROUBLE, NOW]],
  ['of trouble once, however often it fails', Array.from({ length: 9 }, () => FOR_NOW), [TROUBLE, NOW]],
  ['at once when the channel is gone', [DEAD], [TROUBLE, NOW]],
])('the councillor is told %s', async (_, failures, told) => {
  const said = await toldAfter(failures);
  expect(said).toHaveLength(told.length);
  told.forEach((sentence, at) => {
    expect(said[at]).toContain(sentence);
  });
});

it('the councillor is told of trouble also when the second try was cut off', async () => {
  const delivery = await startDelivery(store);
  await openCase(store);
  delivery.answers.push(FOR_NOW);
  await delivery.round();
  await store.outbox.claim(START + 600_000, START + 600_001, 10);
  delivery.answers.push(FOR_NOW);
  await delivery.after(1_200_000);
  expect(delivery.kinds().filter((kind) => kind === 'post case-notice')).toHaveLength(1);
});

it('a councillor who could not be told of trouble is not told that it is over', async () => {
  expect(await toldAfter([FOR_NOW, FOR_NOW], DEAD)).toHaveLength(1);
});

it('when the channel is gone a clerk is told in private, once a day', async () => {
  const delivery = await startDelivery(store);
  await openCase(store, 'case-1');
  await openCase(store, 'case-2');
  const stranded = () => delivery.calls.filter(({ to }) => to === `to:sam privately ${PRIYA.id}`);
  delivery.answers.push(DEAD, DEAD);
  await delivery.round();
  expect(stranded()).toHaveLength(1);
  expect(stranded()[0]?.reply && textOf(stranded()[0]?.reply ?? SPEAKER.note('crash'))).toContain('Cases that wait: 2');
  for (let hour = 0; hour < 2; hour += 1) {
    delivery.answers.push(DEAD, DEAD);
    await delivery.after(3_600_000);
  }
  expect(stranded()).toHaveLength(1);
  await openCase(store, 'case-3', {}, START + 24 * 3_600_000);
  delivery.answers.push(DEAD);
  await delivery.after(24 * 3_600_000);
  expect(stranded()).toHaveLength(2);
});

it('a question about the clerk that cannot be delivered is told to no clerk', async () => {
  const council = { ...SPEAKER.council, alternate: { id: 'chair', name: 'Ann', title: 'chair', email: 'a@x.example' } };
  const delivery = await startDelivery(store, { speakerOf: () => ({ ...SPEAKER, council }) });
  await openCase(store, 'case-1', { desk: 'alternate' });
  for (let tried = 0; tried < 3; tried += 1) {
    delivery.answers.push(DEAD);
    await delivery.after(600_000);
  }
  const places = new Set(delivery.calls.map(({ to }) => to));
  expect([...places].sort()).toEqual(['to:sam', 'to:sam privately chair']);
});

it('nobody but the councillor is told while no channel is linked', async () => {
  const delivery = await startDelivery(store, { linked: false });
  await openCase(store);
  for (let tried = 0; tried < 4; tried += 1) await delivery.after(600_000);
  expect(delivery.kinds()).toEqual(['post case-notice']);
  await store.desk.linkChannel(TENANT, CLERK_CHANNEL, START);
  await delivery.after(600_000);
  expect(delivery.kinds()).toEqual(['post case-notice', 'post clerk-case', 'update receipt', 'post case-notice']);
});
