import { openStore } from '../../src/adapters/storage/open-store';
import { assemble } from '../../src/assemble';
import { understand } from '../../src/understanding';
import { KNOWLEDGE, newCouncil, recordingMessenger, render, SPEAKER, textOf } from './rig';

/** The application as it would be if every message but a bare "check" sounded as much like danger, and like distress, as this. */
async function hearing(confidence: number, distress = 0) {
  const understanding = understand(KNOWLEDGE);
  const store = await openStore('file::memory:');
  const { assistant } = assemble({
    speaker: SPEAKER,
    store,
    messenger: recordingMessenger().messenger,
    wakeDelivery: () => {},
    log: { info() {}, warn() {}, error() {} },
    understanding: {
      ...understanding,
      matching: {
        ...understanding.matching,
        urgency: async (text) => (text === 'check' ? undefined : { level: 'threat-crime', confidence, distress }),
      },
    },
  });
  return newCouncil('doubtful', { assistant, store });
}

const FIRST = SPEAKER.say('emergency_line');

describe('a message that may tell of danger', () => {
  it.each([
    ['an answer', 'can I delete posts that break my rules?', 'answer'],
    ['the offer to ask the clerk', 'may I record the meeting on my phone', 'escalate'],
    ['the check of a draft', 'check: See you all at the fete on Sunday!', 'check'],
    ['small talk', 'good morning', 'chitchat'],
  ])('has the emergency number above %s', async (_, text, outcome) => {
    const turn = await (await hearing(0.5)).say(text);
    expect(turn.outcome).toBe(outcome);
    expect(textOf(turn.reply).startsWith(`${FIRST}\n`)).toBe(true);
    const body: unknown = Reflect.get(render(turn.reply).card, 'body');
    expect(Array.isArray(body) && body[0]).toMatchObject({ type: 'TextBlock', text: FIRST, wrap: true });
  });

  it.each([
    ['hardly sounds like it', 0.2, 'answer'],
    ['surely does, and gets help alone', 0.95, 'urgent'],
  ])('has no such line when it %s', async (_, confidence, outcome) => {
    const turn = await (await hearing(confidence)).say('can I delete posts that break my rules?');
    expect(turn.outcome).toBe(outcome);
    expect(turn.reply.first).toBeUndefined();
  });

  it('has it above the check of words that were awaited as a draft, unless it is nearly certain', async () => {
    const council = await hearing(0.9);
    await council.say('check');
    const turn = await council.say('The bins were moved again on Sunday, by whom I wonder');
    expect(turn.outcome).toBe('check');
    expect(turn.reply.first).toBe(FIRST);
  });

  it('is an alarm where awaited words name a danger', async () => {
    const council = await hearing(0.1);
    await council.say('check');
    expect((await council.say('he has a knife and he is in my house')).outcome).toBe('urgent');
  });

  it('has no such line above a command, which tells of nothing', async () => {
    expect((await (await hearing(0.5)).say('rules')).reply.first).toBeUndefined();
  });
});

describe('a message that tells of abuse', () => {
  const QUOTED = '“You are a waste of space, and so is your whole lot on that council”';

  it('gets the steps against it, though nothing but its looks makes it a draft', async () => {
    expect((await (await hearing(0, 0.9)).say(QUOTED)).outcome).toBe('abuse_steps');
    expect((await (await hearing(0, 0)).say(QUOTED)).outcome).toBe('check');
  });

  it.each([
    ['plain words lead up to the draft', [], `can I post this: ${QUOTED}`],
    ['a draft was asked for', ['check'], QUOTED],
  ])('is checked where %s', async (_, before, text) => {
    const council = await hearing(0, 0.9);
    for (const said of before) await council.say(said);
    expect((await council.say(text)).outcome).toBe('check');
  });
});
