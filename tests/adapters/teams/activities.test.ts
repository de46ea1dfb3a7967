import { toArrival, toMessage, toPress } from '../../../src/adapters/teams/activities';
import { readAddress } from '../../../src/adapters/teams/address';
import { type Inbound, readInbound } from '../../../src/adapters/teams/inbound';
import { wordsOfHtml } from '../../../src/adapters/teams/plain-text';
import * as rig from '../../contract/rig/activities';
import { TENANT_ID } from '../../contract/rig/openid';

const HERE = { serviceUrl: 'https://smba.example/uk/' };
const OWN = { type: 'mention', mentioned: { id: rig.BOT.id }, text: '<at>Golden Rule</at>' };
const JO = { type: 'mention', mentioned: { id: '29:jo' }, text: '<at>Jo Bloggs</at>' };

function read(activity: rig.TeamsActivity): Inbound {
  const reading = readInbound(activity);
  if (reading.kind === 'malformed') throw new Error(reading.reason);
  return reading.activity;
}

function said(changes: rig.TeamsActivity) {
  return toMessage(read({ ...rig.message(HERE, ''), ...changes }));
}

describe('the words of a message', () => {
  it.each<[string, string, readonly object[], string]>([
    ['plain words stay', 'Can I post this?', [], 'Can I post this?'],
    ['spaces around them go', ' /Rules\n', [], '/Rules'],
    ['the mention of the assistant goes', '<at>Golden Rule</at> /rules', [OWN], '/rules'],
    ['and the hard space after it', '<at>Golden Rule</at>&nbsp;/rules\n', [OWN], '/rules'],
    ['a second mention goes too', '<at>Golden Rule</at> <at>Golden Rule</at> rules', [OWN], 'rules'],
    ['also where Teams sends no mention list', '<at>Golden Rule</at> rules', [], 'rules'],
    ['also under another display name', '<at>GR test</at> rules', [{ ...OWN, text: '<at>GR test</at>' }], 'rules'],
    ['a mention in the middle goes', 'tell <at>Golden Rule</at> this', [OWN], 'tell   this'],
    [
      'another person keeps their name',
      '<at>Golden Rule</at> is <at>Jo Bloggs</at> right?',
      [OWN, JO],
      'is Jo Bloggs right?',
    ],
    ['the name in plain words stays', 'what is the Golden Rule', [OWN], 'what is the Golden Rule'],
    ['written-out signs are read', 'fish &amp; chips &lt;3 &#163;5 &#x2019;', [], 'fish & chips <3 £5 \u2019'],
    ['signs are read once', '&amp;lt;', [], '&lt;'],
    ['unknown signs stay', '&foo; &#99999999; &#0;', [], '&foo; &#99999999; &#0;'],
    ['a mention alone is no words', '<at>Golden Rule</at>', [OWN], ''],
  ])('%s', (_, text, entities, words) => {
    expect(said({ text, entities }).text).toBe(words);
  });

  it.each([null, undefined])('are empty when the text is %s', (text) => {
    expect(said({ text, entities: [OWN] }).text).toBe('');
  });
});

describe('a message', () => {
  it.each([
    ['personal', 'a:1-29:sam'],
    ['group', rig.GROUP],
    ['channel', rig.CHANNEL],
  ] as const)('in the scope %s says where and by whom', (scope, conversation) => {
    const activity = rig.message({ ...HERE, scope }, 'hello');
    expect(toMessage(read(activity))).toEqual({
      kind: 'message',
      id: activity.id,
      tenant: TENANT_ID,
      conversation,
      scope,
      from: { id: rig.SAM.id, name: 'Sam Hill' },
      text: 'hello',
      attachments: false,
      address: expect.stringMatching(/^1:/u),
    });
  });

  it('in a channel has the address of its thread', () => {
    const { address } = toMessage(read(rig.message({ ...HERE, scope: 'channel', thread: '77' }, 'hello')));
    expect(readAddress(address).conversation).toBe(`${rig.CHANNEL};messageid=77`);
  });

  it('of somebody without a directory id is known by the id of the channel', () => {
    expect(said({ from: { id: '29:guest' } }).from).toEqual({ id: '29:guest', name: '' });
  });

  it.each([
    [[], false],
    [[{ contentType: 'text/html' }], false],
    [[{ contentType: 'text/html' }, { contentType: 'image/png' }], true],
    [[{ contentType: 'application/vnd.microsoft.teams.file.download.info' }], true],
    [null, false],
  ])('with the attachments %j has something that cannot be seen: %s', (attachments, unseen) => {
    expect(said({ attachments }).attachments).toBe(unseen);
  });

  it.each([
    [{ id: 'a:1' }, 'personal'],
    [{ id: '19:x@thread.v2' }, 'group'],
    [{ id: 'a:1', isGroup: true }, 'group'],
    [{ id: '19:x', conversationType: 'meeting' }, 'group'],
  ])('whose conversation is %j counts as %s', (conversation, scope) => {
    expect(said({ conversation }).scope).toBe(scope);
  });

  it('takes the tenant from the channel data where the conversation has none', () => {
    expect(said({ conversation: { id: 'a:1' }, channelData: { tenant: { id: 't' } } }).tenant).toBe('t');
  });
});

describe('a press', () => {
  const data = { box: 'words', count: 3, on: true, list: ['x'], msteams: {}, nothing: null };

  it('is the same from Action.Execute and from Action.Submit', () => {
    const [one, other] = [rig.execute, rig.submit].map((make) =>
      toPress(read(make(HERE, 'case.ask', { data, card: '42' }))),
    );
    expect(one).toMatchObject({ kind: 'press', verb: 'case.ask', data: { box: 'words', count: '3', on: 'true' } });
    expect({ ...other, id: one?.id }).toEqual(one);
  });

  it('carries the id of the pressed card in its address', () => {
    const press = toPress(read(rig.execute(HERE, 'x', { card: '42' })));
    expect(press && readAddress(press.address).activity).toBe('42');
  });

  it('brings no more than 20,000 characters of a box', () => {
    const press = toPress(read(rig.execute(HERE, 'x', { data: { box: 'a'.repeat(30_000) } })));
    expect(press?.data.box).toHaveLength(20_000);
  });

  it.each<[string, rig.TeamsActivity]>([
    ['a message', rig.message(HERE, 'hello')],
    ['a message with words and a value', { ...rig.submit(HERE, 'x'), text: 'hello' }],
    ['a value without a verb', { ...rig.submit(HERE, 'x'), value: { box: 'words' } }],
    ['a verb that is not text', { ...rig.submit(HERE, 'x'), value: { verb: 7 } }],
    ['another invoke', { ...rig.execute(HERE, 'x'), name: 'task/fetch' }],
    ['an update of a conversation', { ...rig.submit(HERE, 'x'), type: 'conversationUpdate' }],
  ])('is not %s', (_, activity) => {
    expect(toPress(read(activity))).toBeUndefined();
  });
});

describe('an arrival', () => {
  it('in a private chat names the person', () => {
    const arrival = toArrival(read(rig.installed(HERE)[0] ?? {}));
    expect(arrival).toMatchObject({ scope: 'personal', person: { id: rig.SAM.id } });
  });

  it('in a team names who added the assistant, and no person', () => {
    const arrival = toArrival(read(rig.installed({ ...HERE, scope: 'channel', person: rig.PRIYA })[0] ?? {}));
    expect(arrival).toMatchObject({ scope: 'channel', addedBy: 'Priya Shah', conversation: rig.CHANNEL });
    expect(arrival).not.toHaveProperty('person');
  });
});

describe('the words of a quoted message', () => {
  it.each([
    ['<p>One</p><p>Two</p>', 'One\nTwo'],
    ['<div>One<br>Two<br/>Three</div>', 'One\nTwo\nThree'],
    ['<p>Ask <at id="0">Jo</at> &amp; me</p><p>&nbsp;</p>', 'Ask Jo & me'],
    ['<p>a &lt;b&gt; c</p>', 'a <b> c'],
    ['<attachment id="1"></attachment>', ''],
  ])('of %s are %j', (html, words) => {
    expect(wordsOfHtml(html)).toBe(words);
  });
});
