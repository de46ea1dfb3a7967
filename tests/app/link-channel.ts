import { hashLinkCode, makeLinkCode } from '../../src/app/link-code';
import { type App, AS_CLERK, COUNCIL, type CouncilApp, JOE, KEN, PRIYA, SAM, SPEAKER, textOf, theApp } from './rig';

describe('linking the clerk’s channel', () => {
  let whole: App;
  let app: CouncilApp;
  beforeAll(async () => {
    whole = await theApp();
  });
  beforeEach(() => {
    app = whole.newCouncil();
  });

  const newCode = () => makeLinkCode(whole.store.desk, app.tenant, Date.now);
  const channel = () => whole.store.desk.clerkChannel(app.tenant);
  const say = async (text: string, where = AS_CLERK) => (await app.say(text, where)).reply;
  const outcome = (name: string) => SPEAKER.reply('link-outcome', { outcome: SPEAKER.say(name) });
  const wrong = (code: string) => (code === '000000' ? '000001' : '000000');

  it('a right code shows who can read the channel; the button links it and spends the code', async () => {
    const code = await newCode();
    expect(code).toMatch(/^\d{6}$/u);
    const shown = await say(`link ${code}`);
    expect(shown).toMatchObject({ card: 'link', fields: { count: 1, names: 'Priya Shah', code } });
    expect(shown.fields.audience).toBe(SPEAKER.say('link_all_clerks'));
    expect(await channel()).toBeUndefined();
    expect((await app.press('channel.link', { code }, AS_CLERK)).reply).toEqual(outcome('linked'));
    expect(await channel()).toEqual({
      address: 'to:clerks',
      conversation: 'clerks',
      linkedBy: PRIYA,
      clerkIds: [PRIYA.id, KEN.id],
    });
    const again = await app.press('channel.link', { code }, { ...AS_CLERK, conversation: 'another' });
    expect(again.reply).toEqual(outcome('link_wrong_code'));
    expect((await channel())?.conversation).toBe('clerks');
  });

  it('the outcome takes the place of the list of readers, for everybody in the channel', async () => {
    const code = await newCode();
    await app.press('channel.leave', {}, AS_CLERK);
    await app.press('channel.link', { code: wrong(code) }, AS_CLERK);
    await app.press('channel.link', { code }, AS_CLERK);
    expect(app.calls).toEqual(
      ['link_left', 'link_wrong_code', 'linked'].map((name) => ({
        what: 'update',
        to: 'to:clerks',
        reply: outcome(name),
      })),
    );
  });

  it('what waits is posted to the channel that is linked instead, and only then', async () => {
    await app.link();
    const { store } = whole;
    const claim = async () => {
      const claimed = await store.outbox.claim(Date.now() + 864_000_000, Date.now() + 900_000_000, 10_000);
      const ours = claimed.filter(({ tenant }) => tenant === app.tenant);
      for (const { id } of ours) await store.outbox.sent(id, Date.now(), { address: 'post-1' });
      return ours.map(({ kind, caseId }) => `${kind} ${caseId}`);
    };
    for (const question of ['May I film the planning meeting?', 'May I use the crest on my page?']) {
      await app.say(`ask clerk ${question}`);
      await app.say('send');
    }
    const [, first] = await app.cases();
    await claim();
    await app.say('cancel c2');
    await claim();
    const link = async (conversation: string) =>
      app.press('channel.link', { code: await newCode() }, { ...AS_CLERK, conversation });
    await link('clerks');
    expect(await claim()).toEqual([]);
    await link('another');
    expect(await claim()).toEqual([`clerk-post ${first?.id}`]);
  });

  it('a second press in the channel that is linked says so again, and leaves no word of a wrong code on the card', async () => {
    const code = await newCode();
    for (let pressed = 1; pressed <= 2; pressed++)
      expect((await app.press('channel.link', { code }, AS_CLERK)).reply).toEqual(outcome('linked'));
  });

  it('those who are not on the list of clerks are named', async () => {
    app.members.push(JOE, { id: 'mo', name: 'Mo Reed', email: 'mo@example.org' });
    const { fields } = await say(`link ${await newCode()}`);
    expect(fields.audience).toBe(SPEAKER.say('link_outsiders', { count: '2', names: 'Cllr Joe Marr, Mo Reed' }));
  });

  it('of a large channel the first twenty are named, and all are counted', async () => {
    app.members.length = 0;
    for (let n = 1; n <= 25; n++) app.members.push({ id: `${n}`, name: `Member ${n}` });
    const { fields } = await say(`link ${await newCode()}`);
    expect(fields.count).toBe(25);
    expect(String(fields.names)).toMatch(/Member 20$/u);
    expect(fields.audience).toContain('25 of them');
  });

  it('a clerk is known by e-mail in any case, when the directory id differs', async () => {
    app.members.splice(0, 1, { id: 'other-id', name: 'P Shah', email: COUNCIL.clerk.email.toUpperCase() });
    const code = await newCode();
    expect((await say(`link ${code}`)).fields.audience).toBe(SPEAKER.say('link_all_clerks'));
    await app.press('channel.link', { code }, AS_CLERK);
    expect((await channel())?.clerkIds).toEqual([PRIYA.id, KEN.id, 'other-id']);
  });

  it('five wrong codes spend the right one, whether typed or pressed', async () => {
    const code = await newCode();
    for (let tried = 1; tried <= 5; tried++) {
      const { reply } =
        tried % 2
          ? await app.say(`link ${wrong(code)}`, AS_CLERK)
          : await app.press('channel.link', { code: wrong(code) }, AS_CLERK);
      expect(textOf(reply)).toContain(SPEAKER.say('link_wrong_code'));
    }
    expect((await say(`link ${code}`)).fields.text).toBe(SPEAKER.say('link_wrong_code'));
  });

  it('after four wrong codes the right one still counts', async () => {
    const code = await newCode();
    for (let tried = 1; tried <= 4; tried++) await say(`link ${wrong(code)}`);
    expect((await say(`link ${code}`)).card).toBe('link');
  });

  it('a code that is too old does not count, nor one that another has replaced, nor that of another council', async () => {
    await whole.store.desk.saveLinkCode(app.tenant, hashLinkCode(app.tenant, '123456'), Date.now());
    expect((await say('link 123456')).fields.text).toBe(SPEAKER.say('link_wrong_code'));
    const [first, second] = [await newCode(), await newCode()];
    if (first !== second) expect((await say(`link ${first}`)).card).toBe('note');
    expect((await whole.newCouncil().say(`link ${second}`, AS_CLERK)).reply.card).toBe('note');
  });

  it('a code lasts half an hour and no longer', async () => {
    const code = await makeLinkCode(whole.store.desk, app.tenant, () => 0);
    const hash = hashLinkCode(app.tenant, code);
    expect(await whole.store.desk.tryLinkCode(app.tenant, hash, 30 * 60_000 - 1)).toBe(true);
    expect(await whole.store.desk.tryLinkCode(app.tenant, hash, 30 * 60_000)).toBe(false);
  });

  it.each([
    ['/link', AS_CLERK, 'link_no_code'],
    ['/link 12345', AS_CLERK, 'link_no_code'],
    ['/link my arms', AS_CLERK, 'link_no_code'],
    ['link 123456', AS_CLERK, 'link_wrong_code'],
    ['link 123 456', AS_CLERK, 'link_wrong_code'],
    ['link 123456', { from: SAM }, 'link_personal'],
    ['link 123456', { from: SAM, scope: 'group' }, 'link_personal'],
  ] as const)('"%s" said by %o gets the note %s', async (said, where, note) => {
    expect((await say(said, where)).fields.text).toBe(SPEAKER.say(note));
  });

  it('a channel whose members cannot be read is not linked, neither by the code nor by the button', async () => {
    const code = await newCode();
    app.members.length = 0;
    expect((await say(`link ${code}`)).fields.text).toBe(SPEAKER.say('link_unreadable'));
    expect((await app.press('channel.link', { code }, AS_CLERK)).reply).toEqual(outcome('link_unreadable'));
    expect(await channel()).toBeUndefined();
  });

  it('the buttons do nothing outside a channel, and "another channel" changes nothing', async () => {
    const code = await newCode();
    for (const verb of ['channel.link', 'channel.leave'])
      for (const scope of ['personal', 'group'] as const)
        expect((await app.press(verb, { code }, { scope })).reply).toEqual(SPEAKER.note('link_personal'));
    expect(app.calls).toEqual([]);
    expect((await app.press('channel.leave', {}, AS_CLERK)).reply).toEqual(outcome('link_left'));
    expect(await channel()).toBeUndefined();
  });

  it('a clerk of the linked channel gets a new code in the private chat, and nobody else does', async () => {
    await app.link();
    const text = textOf(await say('link', { from: PRIYA }));
    const code = /link (\d{6})/u.exec(text)?.[1] ?? '';
    expect((await say(`link ${code}`, { ...AS_CLERK, conversation: 'new' })).card).toBe('link');
    for (const where of [{ from: SAM }, { from: PRIYA, scope: 'group' } as const, AS_CLERK])
      expect(textOf(await say('link', where))).not.toMatch(/\d{6}/u);
  });
});
