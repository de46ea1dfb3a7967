import { createPace } from '../../src/app/pace';
import { assemble } from '../../src/assemble';
import { CLERK_CHANNEL, JOE, newCouncil, recordingMessenger, SPEAKER, theApp } from './rig';

const MINUTE_MS = 60_000;

let now = 0;
beforeEach(() => {
  now = Date.now();
});
afterAll(async () => (await theApp()).close());

function counting(from: number, to: number): readonly string[] {
  return Array.from({ length: to - from + 1 }, (_, index) => String(from + index));
}

describe('the pace of one person', () => {
  it('is twenty messages within a minute, and goes on as soon as the first is a minute old', () => {
    const { message } = createPace(() => now);
    expect(counting(1, 20).every((id) => message('sam', id))).toBe(true);
    now += MINUTE_MS - 1;
    expect(message('sam', '21')).toBe(false);
    now += 1;
    expect(message('sam', '21')).toBe(true);
  });

  it('is five cases within ten minutes', () => {
    const { newCase } = createPace(() => now);
    expect(counting(1, 5).every((id) => newCase('sam', id))).toBe(true);
    now += 10 * MINUTE_MS - 1;
    expect(newCase('sam', '6')).toBe(false);
    now += 1;
    expect(newCase('sam', '6')).toBe(true);
  });

  it('counts once what Teams sends twice, and not at all what was refused', () => {
    const { newCase } = createPace(() => now);
    for (const id of ['1', '1', '1', '2', '3', '4']) newCase('sam', id);
    expect(newCase('sam', '5')).toBe(true);
    for (const id of ['6', '7', '8']) expect(newCase('sam', id)).toBe(false);
    expect(newCase('sam', '1')).toBe(true);
    now += 10 * MINUTE_MS;
    expect(counting(9, 13).every((id) => newCase('sam', id))).toBe(true);
  });

  it('takes nothing from anybody else, however many they are', () => {
    const { message } = createPace(() => now);
    for (const id of counting(1, 30)) message('sam', id);
    expect(counting(1, 500).every((person) => message(person, '1'))).toBe(true);
    expect(message('sam', '31')).toBe(false);
  });
});

describe('somebody who goes too fast', () => {
  it('is asked to wait, is heard in danger all the same, and holds up nobody', async () => {
    const app = await hurried();
    for (const id of counting(1, 20)) expect((await app.say(`hello ${id}`)).reply.fields.text).not.toBe(TOO_FAST);
    expect((await app.say('can I put my phone number on my page?')).reply.fields.text).toBe(TOO_FAST);
    expect((await app.say('he is outside my house with a knife')).reply.card).toBe('urgent');
    expect((await app.say('can I put my phone number on my page?', { from: JOE })).reply.card).toBe('answer');
    now += MINUTE_MS;
    expect((await app.say('can I put my phone number on my page?')).reply.card).toBe('answer');
  });

  it('with cases is asked to wait, loses no word, and can send it later', async () => {
    const app = await hurried();
    for (const id of counting(1, 5)) await app.press('case.send', { requestId: id, question: `Hamper ${id}?` });
    expect((await app.press('case.send', { requestId: '1', question: 'Hamper 1?' })).reply.card).toBe('receipt');
    const words = { question: 'May we raffle a goose?', draft: 'Win a goose!', with: 'draft', name: 'hide' };
    const late = await app.press('case.send', { requestId: '6', ...words });
    expect(late.reply.fields.text).toBe(SPEAKER.say('too_many_cases', { typed: 'send both' }));
    expect(await app.cases()).toHaveLength(5);
    now += 10 * MINUTE_MS;
    expect((await app.say('send both')).reply.card).toBe('receipt');
    const sent = (await app.cases()).find(({ question }) => question === words.question);
    expect(sent).toMatchObject({ draft: words.draft, nameless: true });
  });

  it('may always say that it is urgent', async () => {
    const app = await hurried();
    for (const id of counting(1, 5)) await app.press('case.send', { requestId: id, question: `Hamper ${id}?` });
    const urgent = { requestId: '6', question: 'Please contact me.', reason: 'urgent' };
    expect((await app.press('case.send', urgent)).reply.card).toBe('receipt');
  });

  const TOO_FAST = SPEAKER.say('too_fast');
  let councils = 0;

  async function hurried() {
    const { store, log } = await theApp();
    councils += 1;
    const clock = () => now;
    const { messenger } = recordingMessenger();
    const means = { speaker: SPEAKER, store, messenger, wakeDelivery: () => {}, log, clock, pace: createPace(clock) };
    const app = newCouncil(`hurried-${councils}`, { assistant: assemble(means).assistant, store });
    await store.desk.linkChannel(app.tenant, CLERK_CHANNEL, now);
    return app;
  }
});
