import { execute, fetchDialog, installed, message, PRIYA, search, submit } from './rig/activities';
import { buttonOf, buttonsOf, type CouncilRig, cardOf, startCouncil, until, wordsOf } from './rig/council';

jest.setTimeout(60_000);

let council: CouncilRig;

beforeAll(async () => {
  council = await startCouncil();
});
afterAll(() => council.close());
beforeEach(() => {
  council.connector.calls.length = 0;
});

const STRANGER = { user: '29:joe', id: '00000000-0000-4000-8000-000000000024', name: 'Joe Marr' };

describe('rules', () => {
  it.each([
    ['in the private chat', 'personal', false, '/rules'],
    ['in the private chat, without a slash', 'personal', false, 'Rules please'],
    ['in a group with a mention', 'group', true, '/rules'],
    ['in a group without a mention, from the slash menu', 'group', false, '/rules'],
    ['in a channel with a mention', 'channel', true, 'RULES'],
    ['in a channel without a mention, from the slash menu', 'channel', false, '/rules'],
  ] as const)('%s give the golden rule and the page rules', async (_, scope, mention, text) => {
    const shown = await council.ask({ ...council.councillor, scope }, text, { mention });
    const words = wordsOf(cardOf(shown));
    expect(words).toContain(
      'if you are unsure about posting something, stop and ask for advice first before doing anything else',
    );
    expect(words).toContain('Rule 5: For transparency reasons, users should not post anonymously.');
    expect(shown.targeted).toBe(scope !== 'personal');
  });
});

it('an answer quotes the policy word for word with its section and a marked summary', async () => {
  const words = wordsOf(cardOf(await council.ask(council.councillor, 'can I put my phone number on my page?')));
  expect(words).toContain('As a rule, don’t share personal information such as your personal phone number');
  expect(words).toContain('Keeping your personal and family life private');
  expect(words).toContain('In short');
});

it('a pasted draft is checked and its words are marked, and it is not approved', async () => {
  const draft = 'Brian Lusby got that contract because of brown envelopes, end of';
  const words = wordsOf(cardOf(await council.ask(council.councillor, `can I post this: ${draft}`)));
  expect(words).toContain('Stop and ask first.');
  expect(words).toContain('brown envelopes');
  expect(words).toContain('This is not approval.');
});

it('before a channel is linked the councillor is told whom to call, and nothing is kept', async () => {
  const shown = await council.ask(council.councillor, 'ask clerk may I film the council meeting?');
  const words = wordsOf(cardOf(shown));
  expect(words).toContain('01632 960 001');
  expect(words).toContain('clerk@skelderby-tc.gov.uk');
});

it('danger comes first in a group too, and only the person sees it', async () => {
  const shown = await council.ask({ ...council.councillor, scope: 'group' }, 'he is outside my house with a knife', {
    mention: true,
  });
  expect(shown.targeted).toBe(true);
  expect(wordsOf(cardOf(shown)).trim()).toMatch(/^If anyone is in danger now, call 999\./u);
});

it('a search with the message extension is answered with a list', async () => {
  const answer = await council.send(search(council.councillor, 'photos'));
  expect(JSON.parse(answer.body).composeExtension).toMatchObject({ type: 'result', attachments: expect.any(Array) });
});

it('a draft in a group is neither judged nor repeated there', async () => {
  const shown = await council.ask(
    { ...council.councillor, scope: 'group' },
    'can I post this: the clerk is a crook and I can prove it',
    {
      mention: true,
    },
  );
  expect(wordsOf(cardOf(shown))).not.toContain('crook');
});

it.each(['group', 'channel'] as const)('a %s gets a welcome of its own when the assistant is added', async (scope) => {
  for (const activity of installed({ ...council.clerk, scope })) await council.send(activity);
  const [shown, ...others] = council.connector.shown();
  const words = wordsOf(cardOf(shown ?? fail()));
  expect(words).toContain('I read only messages that are addressed to me.');
  expect(words).toContain('type my name, then link and the code from set-up');
  expect(words).not.toContain('Only you can see this chat.');
  expect(others).toEqual([]);
});

describe('the card that asks before a channel is linked', () => {
  const CARD = '1700000000042';

  it.each([
    ['a newer client', execute],
    ['an older client', submit],
  ])('pressed in %s, gives way to the outcome for everybody in the channel', async (_, pressIn) => {
    const shown = await council.ask(council.clerk, `link ${council.running.linkCode}`, { mention: true });
    const { verb, data } = buttonOf(cardOf(shown), 'channel.leave');
    council.connector.calls.length = 0;
    await council.send(pressIn(council.clerk, verb, { data, card: CARD }));
    const update = council.connector.calls.find((call) => call.kind === 'update');
    expect(update?.updates).toBe(CARD);
    const drawn = cardOf(update ?? fail());
    expect(wordsOf(drawn)).toContain('Nothing has been changed.');
    expect(buttonsOf(drawn)).toEqual([]);
    expect(council.connector.calls.filter((call) => call.kind === 'message')).toEqual([]);
  });
});

describe('a case', () => {
  const QUESTION = 'when does the pre-election period start this year?';
  let caseCard: unknown;

  it('is offered when the policy does not settle a question, previewed, and sent only on consent', async () => {
    await council.link();
    council.connector.calls.length = 0;
    const notSure = cardOf(await council.ask(council.councillor, QUESTION));
    expect(wordsOf(notSure)).toContain('The policy does not settle this');
    const consent = (await council.press(council.councillor, buttonOf(notSure, 'ask clerk'))).card;
    expect(JSON.stringify(consent)).toContain(QUESTION);
    expect(wordsOf(consent)).toContain('2 people in the clerk');
    expect(wordsOf(consent)).toContain('Joe Marr');
    expect(council.connector.calls.filter((call) => call.kind === 'thread')).toHaveLength(0);

    const send = buttonOf(consent, 'case.send');
    const [first, second] = await Promise.all([
      council.press(council.councillor, send, { question: QUESTION }),
      council.press(council.councillor, send, { question: QUESTION }),
    ]);
    expect(wordsOf(first.card)).toContain('C-0001');
    expect(wordsOf(first.card)).toContain(QUESTION);
    expect(wordsOf(second.card)).toContain('C-0001');
    const thread = await until(() => council.connector.calls.find((call) => call.kind === 'thread'));
    expect(thread.conversation).toBe('19:clerk@thread.tacv2');
    expect(thread.activity?.summary).toBe('New question C-0001');
    caseCard = cardOf(thread);
    expect(wordsOf(caseCard)).toContain('C-0001: Waiting for an answer');
    expect(wordsOf(caseCard)).toContain(QUESTION);
    expect(council.connector.calls.filter((call) => call.kind === 'thread')).toHaveLength(1);
  });

  it.each([
    ['the clerk in the channel', PRIYA, 'channel', QUESTION],
    ['somebody else in the channel', STRANGER, 'channel', 'Only the clerk can do this.'],
    ['the clerk somewhere else', PRIYA, 'personal', 'only be done in the clerk'],
  ] as const)('opened in a dialog by %s shows what they may see', async (_, person, scope, words) => {
    const { data } = buttonOf(caseCard, 'case.do');
    const answer = await council.send(fetchDialog({ ...council.clerk, person, scope }, 'case.open', { data }));
    const { content } = JSON.parse(answer.body).task.value.card;
    expect(wordsOf(content)).toContain(words);
    if (words !== QUESTION) expect(JSON.stringify(content)).not.toContain(QUESTION);
  });

  it('cannot be answered by a stranger, nor by the clerk somewhere else', async () => {
    const answer = buttonOf(caseCard, 'case.do');
    const stranger = await council.press({ ...council.clerk, person: STRANGER }, answer, { answer: 'Post away!' });
    expect(wordsOf(stranger.card)).toContain('Only the clerk can do this. Nothing has been changed.');
    const elsewhere = await council.press({ ...council.clerk, channel: '19:other@thread.tacv2' }, answer, {
      answer: 'x',
    });
    expect(wordsOf(elsewhere.card)).toContain("This can only be done in the clerk's channel.");
    expect(council.connector.shown()).toHaveLength(0);
  });

  it('is answered by the clerk on the card, and the councillor is told privately', async () => {
    const answer = buttonOf(caseCard, 'case.do');
    const [answered, again] = await Promise.all([
      council.press(council.clerk, answer, { answer: 'It starts on 22 March. Ask me before you post.' }),
      council.press(council.clerk, answer, { answer: 'It starts on 22 March. Ask me before you post.' }),
    ]);
    expect(wordsOf(answered.card)).toContain('Answered');
    expect(wordsOf(again.card)).toContain('Answered');
    const told = await until(() =>
      council.connector.calls.find(
        (call) => call.kind === 'message' && call.activity?.summary === 'The clerk has answered C-0001',
      ),
    );
    expect(told.conversation).toBe('a:1-29:sam');
    expect(wordsOf(cardOf(told))).toContain('It starts on 22 March. Ask me before you post.');
    expect(wordsOf(cardOf(told))).toContain(QUESTION);
    expect(wordsOf(cardOf(told))).toContain('Priya Shah');
    const update = await until(() => council.connector.calls.find((call) => call.kind === 'update'));
    expect(wordsOf(cardOf(update))).toContain('Answered');
    const more = await council.press(council.councillor, buttonOf(cardOf(told), 'case.more'), {
      more: 'And on polling day?',
    });
    for (const part of ['C-0001', QUESTION, 'It starts on 22 March. Ask me before you post.', 'And on polling day?'])
      expect(wordsOf(more.card)).toContain(part);
    const followUp = await until(() =>
      council.connector.calls.find((call) => call.kind === 'message' && call.conversation.startsWith('19:clerk')),
    );
    expect(wordsOf(cardOf(followUp))).toContain('And on polling day?');
    expect(followUp.conversation).toContain(';messageid=');
    const closed = await council.press(council.councillor, buttonOf(cardOf(told), 'case.close'));
    for (const part of ['C-0001 is closed.', 'It starts on 22 March. Ask me before you post.'])
      expect(wordsOf(closed.card)).toContain(part);
    await until(() =>
      council.connector.calls.some((call) => call.kind === 'update' && wordsOf(cardOf(call)).includes('Closed')),
    );
    expect(
      council.connector.calls.filter((call) => call.activity?.summary === 'The clerk has answered C-0001'),
    ).toHaveLength(1);
  });

  it('can be read by nobody but the councillor who asked', async () => {
    const other = { ...council.councillor, person: STRANGER };
    expect(wordsOf(cardOf(await council.ask(other, 'status C-0001')))).toContain(
      'I cannot find that case among yours.',
    );
    expect(wordsOf(cardOf(await council.ask(council.councillor, 'status c1')))).toContain(QUESTION);
  });

  it('goes with its draft only when that button is pressed', async () => {
    council.connector.calls.length = 0;
    const findings = cardOf(
      await council.ask(council.councillor, 'draft: The council has agreed to close the lane, you have my word'),
    );
    const consent = (await council.press(council.councillor, buttonOf(findings, 'ask clerk'))).card;
    await council.press(council.councillor, buttonOf(consent, 'case.send'), {
      question: 'May I?',
      draft: 'SECRET DRAFT',
    });
    const withoutDraft = await until(() => council.connector.calls.find((call) => call.kind === 'thread'));
    expect(wordsOf(cardOf(withoutDraft))).not.toContain('SECRET DRAFT');
    const again = cardOf(
      await council.ask(council.councillor, 'draft: The council has agreed to close the lane, you have my word'),
    );
    const second = (await council.press(council.councillor, buttonOf(again, 'ask clerk'))).card;
    await council.press(council.councillor, buttonOf(second, 'case.send', 1), {
      question: 'May I?',
      draft: 'The lane draft',
    });
    const withDraft = await until(() => council.connector.calls.filter((call) => call.kind === 'thread')[1]);
    expect(wordsOf(cardOf(withDraft))).toContain('The lane draft');
  });
});

it('the same activity delivered five times at once is answered once', async () => {
  const activity = message(council.councillor, 'can I block a rude follower?');
  const responses = await Promise.all(Array.from({ length: 5 }, () => council.send(activity)));
  expect(responses.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
  expect(council.connector.shown()).toHaveLength(1);
});

it('an older client that sends Action.Submit gets the same', async () => {
  await council.send(submit(council.councillor, 'rules', { card: '123' }));
  expect(wordsOf(cardOf(council.connector.shown()[0] ?? fail()))).toContain(
    'Rule 1: Debate and disagreement are welcome',
  );
});

it('an unknown button is answered with help, never with silence', async () => {
  const response = await council.send(execute(council.councillor, 'no.such.button'));
  expect(response.status).toBe(200);
  expect(JSON.parse(response.body).value.type).toBe('AdaptiveCard');
});

it('text only sends the text twin instead of a card', async () => {
  const person = {
    ...council.councillor,
    person: { user: '29:eve', id: '00000000-0000-4000-8000-000000000025', name: 'Eve Storr' },
  };
  await council.send(message(person, 'text only'));
  const shown = await council.ask(person, 'can I put my phone number on my page?');
  expect(shown.activity?.attachments ?? []).toHaveLength(0);
  expect(shown.activity?.text).toContain('As a rule, don’t share personal information');
});

it('no word of a question, draft or answer stands in the log', () => {
  const log = council.lines.join('\n');
  expect(log).not.toBe('');
  for (const secret of [
    'pre-election',
    'brown envelopes',
    '22 March',
    'polling day',
    'SECRET DRAFT',
    PRIYA.name,
    'knife',
  ])
    expect(log).not.toContain(secret);
});

function fail(): never {
  throw new Error('nothing was shown');
}
