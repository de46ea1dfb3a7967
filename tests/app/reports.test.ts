import { openStore } from '../../src/adapters/storage/open-store';
import type { Assistant } from '../../src/app/assistant';
import type { LogFacts, Store } from '../../src/app/ports';
import { assemble } from '../../src/assemble';
import type { Person, Press } from '../../src/core/model';
import type { Field, Turn } from '../../src/core/reply';
import { monthOf } from '../../src/core/reports/month-of';
import { readCsv } from '../read-csv';
import { AS_CLERK, CLERK_CHANNEL, JOE, PRIYA, recordingMessenger, SAM, SPEAKER, textOf, type Where } from './rig';

const PRIVATE_LIFE = 'Keeping your personal and family life private';
const PHONE = 'can I put my phone number on my page?';
const FAMILY = 'can I post a photo of my family';
const DEFAMATION = 'Brian Lusby got that contract because of brown envelopes, end of';
const CLEAN = 'Litter pick on Sunday at ten, all welcome';

let store: Store;
let assistant: Assistant;
let now: number;
let council: string;
let councils = 0;
let said = 0;
const lines: string[] = [];

beforeAll(async () => {
  store = await openStore('file::memory:');
  ({ assistant } = assistantOn(store));
});
beforeEach(async () => {
  council = `reports-${councils++}`;
  now = Date.parse('2026-09-09T10:00Z');
  lines.length = 0;
  await store.desk.linkChannel(council, CLERK_CHANNEL, now);
});
afterAll(() => store.close());

describe('a report', () => {
  it('is of use at five questions a month over three months, and names nobody', async () => {
    for (const month of ['2026-07', '2026-08', '2026-09']) {
      now = Date.parse(`${month}-15T10:00Z`);
      for (const [person, words] of [
        [SAM, PHONE],
        [JOE, FAMILY],
        [SAM, 'can I post photos of people at the fete without asking them'],
        [JOE, 'rules'],
        [SAM, `check: ${DEFAMATION}`],
      ] as const)
        await say(words, { from: person, conversation: `${person.id} ${month} ${words}` });
    }
    now = Date.parse('2026-10-05T10:00Z');
    const { reply } = await say('report quarter', AS_CLERK);
    expect(reply).toMatchObject({
      card: 'report',
      notice: SPEAKER.say('notice_report'),
      fields: {
        period: 'July to September 2026',
        grown: null,
        // Four of six: the two of September wait for a third.
        topicsAsked: [{ title: PRIVATE_LIFE, count: 4 }],
        topicsOpen: [{ title: 'Consent for photos and films of people', count: 3 }],
        cardsSent: [{ title: 'Rules of engagement', count: 3 }],
        draftsMarked: [{ count: 3 }],
        firstReplies: [],
      },
    });
    const text = textOf(reply);
    for (const part of [
      'Taking a break from social media',
      'It could be a subject for training.',
      `${PRIVATE_LIFE}: 4`,
    ])
      expect(text).toContain(part);
    expect(text).not.toMatch(/Sam|Joe|fete|phone number|Brian|envelopes/u);
  });

  it('on a month with too little grows, and says so', async () => {
    now = Date.parse('2026-08-15T10:00Z');
    for (const words of ['rules', 'rules', 'rules']) await say(words);
    now = Date.parse('2026-10-05T10:00Z');
    const { fields } = (await say('report', AS_CLERK)).reply;
    expect(fields.period).toBe('January to September 2026');
    expect(fields.grown).toBe(
      SPEAKER.say('report_grown', { short: 'September 2026', period: 'January to September 2026' }),
    );
    expect(fields.cardsSent).toEqual([{ title: 'Rules of engagement', count: 3 }]);
  });

  it('of a council that has asked nothing says that there is nothing yet', async () => {
    const { reply } = await say('report', AS_CLERK);
    expect(reply.fields).toMatchObject({ nothing: SPEAKER.say('report_nothing'), unneeded: [], training: null });
    expect(textOf(reply)).not.toContain(PRIVATE_LIFE);
  });

  it('tells how soon the clerk replied, and leaves out what was about the clerk', async () => {
    for (const person of [SAM, JOE, { id: 'ann', name: 'Cllr Ann Dunn' }]) await askAndAnswer(person);
    for (let about = 0; about < 3; about++) await openAboutClerk(`about-${about}`);
    now = Date.parse('2026-10-05T10:00Z');
    const { fields } = (await say('report 2026', AS_CLERK)).reply;
    expect(fields.firstReplies).toEqual([{ title: 'Within one working day', count: 3 }]);
    expect(fields.mostly).toBe(SPEAKER.say('report_reason', { reason: SPEAKER.say('reason_asked_for') }));
  });

  it.each(['press', 'typed'])('comes as a table that a strict reader understands (%s)', async (how) => {
    for (let time = 0; time < 3; time++) for (const words of ['golden rule', 'rules', 'abuse']) await say(words);
    now = Date.parse('2026-10-05T10:00Z');
    const asked =
      how === 'press'
        ? press('report.table', { period: '2026-09' }, AS_CLERK)
        : say('report september as a table', AS_CLERK);
    const { reply } = await asked;
    expect(reply.plain).toBe(true);
    expect(readCsv(`${textOf(reply)}\n`, '\n')).toEqual([
      ['Period', 'Part of the report', 'What', 'Number'],
      ['September 2026', 'Cards sent', 'Steps against abuse', '3'],
      ['September 2026', 'Cards sent', 'The golden rule', '3'],
      ['September 2026', 'Cards sent', 'Rules of engagement', '3'],
    ]);
  });

  it('has a table of the period that the card shows', async () => {
    now = Date.parse('2026-10-05T10:00Z');
    const { token } = (await say('report quarter', AS_CLERK)).reply.fields;
    expect(token).toBe('2026');
    expect((await press('report.table', { period: String(token) }, AS_CLERK)).reply.plain).toBe(true);
  });

  it.each<[string, Where, string]>([
    ['a councillor in the private chat', { from: SAM }, 'report_elsewhere'],
    ['a clerk in the private chat', { from: PRIYA }, 'report_elsewhere'],
    ['a councillor in the clerk’s channel', { ...AS_CLERK, from: SAM }, 'not_clerk'],
    ['a clerk in another channel', { ...AS_CLERK, conversation: 'another' }, 'not_clerk_channel'],
  ])('is not for %s', async (_, where, note) => {
    for (const turn of [await say('report', where), await press('report.table', { period: '2026' }, where)])
      expect(turn.reply).toEqual(SPEAKER.note(note));
  });

  it.each([
    ['report September', 'report_not_over'],
    ['report 2027', 'report_not_over'],
    ['/report octember', 'report_unknown'],
  ])('"%s" gets an explanation', async (typed, note) =>
    expect((await say(typed, AS_CLERK)).reply).toEqual(SPEAKER.note(note)),
  );

  it.each(['constructor', '2026-13', '2026-10 or so'])(
    'a press with the period "%s" gets an explanation',
    async (period) =>
      expect((await press('report.table', { period }, AS_CLERK)).reply).toEqual(SPEAKER.note('report_unknown')),
  );

  it('a press without a period is about the last month', async () =>
    expect(await press('report.table', {}, AS_CLERK)).toEqual(await say('report as a table', AS_CLERK)));

  it('"report a fake account" is a question', async () => {
    expect((await say('report a fake account')).reply).not.toEqual(SPEAKER.note('report_elsewhere'));
  });
});

describe('what is counted', () => {
  it('is a draft once, whatever its versions and however often all points are shown', async () => {
    await press('check.draft', { draft: DEFAMATION });
    await press('check.draft', { draft: `${DEFAMATION} Really.` });
    await press('check.all');
    await say('show all points');
    expect(await counts()).toEqual(['rule defamation 1']);
  });

  it('is a draft in a dialog too', async () => {
    await assistant.onDialogDraft(message(CLEAN, { conversation: 'dialog:g' }), 'group');
    expect(await counts()).toEqual(['draft clear 1']);
  });

  it('is a passage that was chosen from several, when it is read', async () => {
    await press('show', { passage: 'neg.block' });
    expect(await counts()).toEqual(['passage neg.block 1']);
  });

  it('is a message that comes twice once', async () => {
    const twice = message('rules');
    await assistant.onMessage(twice);
    await assistant.onMessage(twice);
    expect(await counts()).toEqual(['card rules 1']);
  });

  it('is nothing of chats, cases and choices', async () => {
    for (const words of ['hello', 'my cases', 'help', 'ask clerk may I film', 'cancel']) await say(words);
    expect(await counts()).toEqual([]);
  });

  it('holds none of the words and nobody', async () => {
    for (const words of [PHONE, `check: ${DEFAMATION}`, 'should I reply to trolls']) await say(words);
    expect((await counts()).join()).not.toMatch(/sam|Sam|phone|Brian/u);
  });

  it('never spoils a turn: when it cannot be stored, that is logged and the answer stands', async () => {
    const broken = assistantOn({
      ...store,
      tallies: { ...store.tallies, add: () => Promise.reject(new TypeError(`no room for ${PHONE}`)) },
    });
    const turn = await broken.assistant.onMessage(message(PHONE));
    expect(turn).toMatchObject({ outcome: 'answer', reply: { card: 'answer' } });
    expect(lines).toEqual([JSON.stringify(['a turn could not be counted', { error: 'TypeError' }])]);
  });
});

function assistantOn(kept: Store) {
  const write = (line: string, facts?: LogFacts) => void lines.push(JSON.stringify([line, facts]));
  return assemble({
    speaker: SPEAKER,
    store: kept,
    messenger: recordingMessenger().messenger,
    wakeDelivery: () => {},
    log: { info: write, warn: write, error: write },
    clock: () => now,
  });
}

function place({ from = SAM, scope = 'personal', conversation = `${scope}:${from.id}` }: Where) {
  said += 1;
  return { id: String(said), tenant: council, conversation, scope, from, address: `to:${conversation}` };
}

function message(text: string, where: Where = {}) {
  return { ...place(where), kind: 'message', text, attachments: false } as const;
}

async function say(text: string, where: Where = {}): Promise<Turn> {
  const turn = await assistant.onMessage(message(text, where));
  if (!turn) throw new Error(`"${text}" was not answered`);
  return turn;
}

function press(verb: string, data: Press['data'] = {}, where: Where = {}): Promise<Turn> {
  return assistant.onPress({ ...place(where), kind: 'press', verb, data });
}

async function askAndAnswer(from: Person): Promise<void> {
  await say(`ask clerk what of ${from.id} and the hall`, { from });
  await say('send', { from });
  const [asked] = await store.cases.ofCouncillor(council, from.id);
  await say(`answer ${asked?.reference} Yes.`, AS_CLERK);
}

async function openAboutClerk(id: string): Promise<void> {
  await store.cases.open(
    {
      id: `${council}-${id}`,
      requestId: id,
      tenant: council,
      reason: 'asked_for',
      desk: 'alternate',
      councillor: SAM,
      councillorAddress: 'to:sam',
      question: 'May the clerk do that?',
      about: {},
      nearest: [],
    },
    { at: now, joins: () => false, plan: () => ({ outgoing: [], timers: [] }) },
  );
}

/** What has been counted this month: kind, key, count. */
async function counts(): Promise<readonly Field[]> {
  const tallied = await store.tallies.of(council, [monthOf(now)]);
  return tallied.map(({ kind, key, count }) => `${kind} ${key} ${count}`);
}
