import * as teams from './rig/activities';
import { post } from './rig/client';
import { deleted, note, startEcho } from './rig/echo';
import type { Call, Fault } from './rig/loopback-connector';

const TARGETED = (call: Call) => call.targeted;
const PRIVATE_CHAT = (call: Call) => call.kind === 'private-chat';
const REFUSED: Fault = { kind: 'status', status: 404 };
const PRIVATE = 'a:1-29:sam';

describe('a turn', () => {
  let rig: Awaited<ReturnType<typeof startEcho>>;
  const people = new Set<string>();
  beforeAll(async () => {
    rig = await startEcho({ deadlineMs: 400, textOnly: async (_, person) => people.has(person) });
  });
  afterAll(() => rig.close());
  beforeEach(() => {
    rig.connector.reset();
    people.clear();
  });
  afterEach(() => expect(rig.faults).toEqual([]));

  function from(scope: 'personal' | 'group' | 'channel', person = teams.SAM) {
    return { serviceUrl: rig.connector.url, scope, person };
  }

  async function send(activity: teams.TeamsActivity): Promise<unknown> {
    const response = await post(rig.port, activity);
    expect(response.status).toBe(200);
    return response.body === '' ? undefined : JSON.parse(response.body);
  }

  /** What was shown: where, to whom only, and which words. */
  function shown() {
    return rig.connector.shown().map(({ kind, conversation, targeted, activity }) => {
      const to = targeted ? ` only ${activity?.recipient?.id}` : '';
      return `${kind} ${conversation}${to}: ${activity?.text ?? textIn(activity?.attachments?.[0]?.content)}`;
    });
  }

  it('in a private chat answers with one card, its notice, and no words beside it', async () => {
    await send(teams.message(from('personal'), 'hello'));
    expect(shown()).toEqual([`message ${PRIVATE}: you said: hello`]);
    const activity = rig.connector.shown()[0]?.activity;
    expect(activity).toMatchObject({ type: 'message', summary: 'A message for you', from: { id: teams.BOT.id } });
    expect(activity).not.toHaveProperty('text');
  });

  it('answers in plain text whoever asked for that', async () => {
    people.add(teams.SAM.id);
    await send(teams.message(from('personal'), 'hello'));
    const activity = rig.connector.shown()[0]?.activity;
    expect(activity).toMatchObject({ text: 'you said: hello', textFormat: 'plain', summary: 'A message for you' });
    expect(activity).not.toHaveProperty('attachments');
  });

  it('says nothing when there is nothing to say', async () => {
    await send(teams.message(from('personal'), ''));
    expect(rig.connector.calls).toEqual([]);
  });

  it.each(['group', 'channel'] as const)('in a %s answers so that only the person sees it', async (scope) => {
    await send(teams.message(from(scope), 'hello', { mention: true }));
    expect(shown()).toEqual([expect.stringMatching(/^message 19:.* only 29:sam: you said: hello$/u)]);
    expect(rig.connector.calls[0]?.activity?.recipient).toEqual({ id: '29:sam', isTargeted: true });
  });

  it('in a channel answers in the thread when everybody may read it', async () => {
    await send(teams.message({ ...from('channel'), thread: '77' }, 'public', { mention: true }));
    expect(shown()).toEqual([`message ${teams.CHANNEL};messageid=77: you said: public`]);
  });

  it('answers in the private chat a person who cannot be reached in the group', async () => {
    rig.connector.setRoster(teams.GROUP, []);
    await send(teams.message(from('group'), 'hello'));
    expect(shown().slice(1)).toEqual([`message ${PRIVATE}: you said: hello`]);
  });

  it('says one line to everybody that gives nothing away when both private ways fail', async () => {
    rig.connector.fail([REFUSED], TARGETED);
    rig.connector.fail([{ kind: 'status', status: 403 }], PRIVATE_CHAT);
    await send(teams.message(from('group'), 'hello'));
    expect(shown().slice(1)).toEqual([`message ${teams.GROUP}: Ask me in a private chat.`]);
  });

  it('tries nothing further in a group when the connector does not answer', async () => {
    rig.connector.fail([{ kind: 'hang' }]);
    await send(teams.message(from('group'), 'hello'));
    expect(rig.connector.calls).toHaveLength(1);
  });

  it.each<[string, Fault, number]>([
    ['a server error', { kind: 'status', status: 502 }, 1],
    ['a broken connection', { kind: 'reset' }, 1],
    ['an answer that got lost', { kind: 'lost' }, 1],
    ['no time to wait', { kind: 'status', status: 429, retryAfter: 30 }, 1],
    ['no word on how long to wait', { kind: 'status', status: 429 }, 1],
  ])('sends an answer once after %s', async (_, fault, times) => {
    rig.connector.fail([fault, fault]);
    await send(teams.message(from('personal'), 'hello'));
    expect(rig.connector.calls).toHaveLength(times);
  });

  it('waits up to twice when it is asked to slow down', async () => {
    const slow: Fault = { kind: 'status', status: 429, retryAfter: 1 };
    rig.connector.fail([slow, slow, slow]);
    await send(teams.message(from('personal'), 'hello'));
    expect(rig.connector.calls).toHaveLength(3);
  });

  it('shows that an answer is coming only when it takes its time, and only in private', async () => {
    let release = () => {};
    const typing = new Promise<void>((resolve) => {
      release = resolve;
    });
    const slow = await startEcho({
      conversation: {
        onMessage: async () => {
          await typing;
          return note('at last');
        },
        onPress: async () => note(''),
        onInstalled: async () => undefined,
        checkDraft: async () => note(''),
        askAboutOthers: async () => note(''),
        onEdited: async () => undefined,
        onDeleted: async () => {},
        onSearch: async () => [],
      },
    });
    const turn = post(slow.port, teams.message({ serviceUrl: slow.connector.url }, 'hello'));
    while (slow.connector.calls.length === 0) await new Promise(setImmediate);
    release();
    await turn;
    expect(slow.connector.calls.map(({ activity }) => activity?.type)).toEqual(['typing', 'message']);
    await slow.close();
  });

  it('gives the card that replaces a pressed one in the answer itself', async () => {
    for (let again = 0; again < 2; again += 1) {
      const answer = await send(teams.execute(from('personal'), 'see', { data: { n: again }, card: '5' }));
      expect(answer).toEqual({
        statusCode: 200,
        type: 'application/vnd.microsoft.card.adaptive',
        value: expect.objectContaining({ type: 'AdaptiveCard' }),
      });
    }
    expect(rig.connector.calls).toEqual([]);
  });

  it('draws a card again that was pressed in an older client', async () => {
    await send(teams.submit(from('personal'), 'see', { card: '5' }));
    expect(shown()).toEqual([`update ${PRIVATE}: you pressed: see {}`]);
    expect(rig.connector.calls[0]?.updates).toBe('5');
  });

  it.each<[string, teams.TeamsActivity, readonly Fault[]]>([
    ['it is not known which card', teams.submit({ serviceUrl: '' }, 'see'), []],
    ['the card is gone', teams.submit({ serviceUrl: '' }, 'see', { card: '5' }), [REFUSED]],
  ])('sends a new message after such a press when %s', async (_, activity, faults) => {
    rig.connector.fail(faults);
    await send({ ...activity, serviceUrl: rig.connector.url });
    expect(shown().at(-1)).toBe(`message ${PRIVATE}: you pressed: see {}`);
  });

  it('gives words to copy as a message of their own, and the pressed card stays', async () => {
    const answer = await send(teams.execute(from('personal'), 'copy', { card: '5' }));
    expect(answer).toEqual({
      statusCode: 200,
      type: 'application/vnd.microsoft.activity.message',
      value: 'A message for you',
    });
    await send(teams.submit(from('personal'), 'copy', { card: '5' }));
    expect(shown()).toEqual(Array(2).fill(`message ${PRIVATE}: words to copy`));
    expect(rig.connector.calls[0]?.activity).toMatchObject({ text: 'words to copy', textFormat: 'plain' });
  });

  it('does not draw a private reply over a card that a group can read', async () => {
    await send(teams.submit(from('group'), 'see', { card: '5' }));
    expect(shown()).toEqual([`message ${teams.GROUP} only 29:sam: you pressed: see {}`]);
  });

  it('welcomes once, however often Teams tells of the installation, and again after it was removed', async () => {
    const person = { user: '29:new', id: 'new', name: 'New Person' };
    await Promise.all(teams.installed(from('personal', person)).map(send));
    await Promise.all(teams.installed(from('personal', person)).map(send));
    expect(shown()).toEqual(['message a:1-29:new: hello personal from New Person']);
    await send(teams.removed(from('personal', person)));
    await Promise.all(teams.installed(from('personal', person)).map(send));
    expect(shown()).toHaveLength(2);
  });

  it('says hello to a whole team at once', async () => {
    await Promise.all(teams.installed({ ...from('channel', teams.PRIYA), thread: '1' }).map(send));
    expect(shown()).toEqual([`message ${teams.CHANNEL};messageid=1: hello channel from Priya Shah`]);
  });

  it('says nothing when somebody else joins', async () => {
    const joined = { type: 'conversationUpdate', membersAdded: [{ id: '29:jo' }] };
    await send({ ...teams.message(from('channel'), ''), ...joined });
    expect(rig.connector.calls).toEqual([]);
  });

  it.each<[string, teams.TeamsActivity, string]>([
    [
      'a message that was picked',
      teams.checkMessage({ serviceUrl: '' }, '<p>Litter &amp; <b>mud</b></p>'),
      'checked: Litter & mud personal dialog',
    ],
    ['nothing yet, so it asks', teams.checkCompose({ serviceUrl: '' }), 'paste your post'],
    ['what was typed', teams.checkSubmit({ serviceUrl: '' }, { draft: 'My post' }), 'checked: My post personal dialog'],
    [
      'what was typed, and where it is to be posted',
      teams.checkSubmit({ serviceUrl: '', scope: 'group' }, { draft: 'My post', platform: 'council page' }),
      'checked: My post personal dialog council page',
    ],
    [
      'a message that somebody else wrote',
      teams.checkMessage({ serviceUrl: '', scope: 'group' }, '<p>You lot</p>', teams.PRIYA),
      'about: You lot',
    ],
    [
      'what was typed, with a verb',
      teams.checkSubmit({ serviceUrl: '' }, { verb: 'check', draft: 'Mine' }),
      'checked: Mine personal dialog',
    ],
    ['an empty box, so it asks again', teams.checkSubmit({ serviceUrl: '' }, { draft: ' ' }), 'paste your post'],
    ['another button', teams.checkSubmit({ serviceUrl: '' }, { verb: 'ask', a: 1 }), 'you pressed: ask {"a":"1"}'],
    ['an exception', teams.checkSubmit({ serviceUrl: '' }, { verb: 'throw' }), 'sorry'],
  ])('of the message extension shows a dialog with %s and posts nothing', async (_, activity, words) => {
    const answer = await send({ ...activity, serviceUrl: rig.connector.url });
    expect(answer).toMatchObject({
      task: { type: 'continue', value: { title: 'Golden Rule', card: expect.anything() } },
    });
    expect(JSON.stringify(answer)).toContain(JSON.stringify(words).slice(1, -1));
    expect(rig.connector.calls).toEqual([]);
  });

  it('about a message that was changed says what comes back', async () => {
    await send(teams.edited(from('personal'), '42', 'new words'));
    expect(shown()).toEqual([`message ${PRIVATE}: edited: 42 new words`]);
  });

  it('about a message that was changed says nothing when there is nothing to say', async () => {
    await send(teams.edited(from('personal'), '42', ''));
    expect(rig.connector.calls).toEqual([]);
  });

  it('about a message that was deleted says nothing, and it is told of', async () => {
    await send(teams.deletedMessage(from('personal'), '43'));
    expect(deleted).toContain('43');
    expect(rig.connector.calls).toEqual([]);
  });
});

function textIn(card: Record<string, unknown> | undefined): unknown {
  const [block] = (card?.body ?? []) as readonly { readonly text?: unknown }[];
  return block?.text;
}
