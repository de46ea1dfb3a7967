import type { Case } from '../../src/core/cases/case';
import { keptUntil } from '../../src/core/cases/retention';
import { ukDate } from '../../src/core/uk-date';
import { type App, AS_CLERK, COUNCIL, type CouncilApp, JOE, PRIYA, SAM, SPEAKER, textOf, theApp } from './rig';

const QUESTION = 'May I film the allotments?';

describe('what is stored about a councillor', () => {
  let whole: App;
  let app: CouncilApp;
  beforeAll(async () => {
    whole = await theApp();
  });
  afterAll(() => whole.close());
  beforeEach(async () => {
    app = whole.newCouncil();
    await app.link();
  });

  const say = async (text: string) => textOf((await app.say(text)).reply);
  const sent = () => app.calls.filter(({ what }) => what === 'post').map(({ reply }) => (reply ? textOf(reply) : ''));

  async function ask(question = QUESTION, from = SAM): Promise<Case> {
    await app.say(`ask clerk ${question}`, { from });
    await app.say('send', { from });
    const [newest] = await app.cases(from);
    if (!newest) throw new Error('The question was not sent.');
    return newest;
  }

  async function closed(question = QUESTION): Promise<Case> {
    const one = await ask(question);
    await app.say(`answer ${one.reference} Ask the holders first.`, AS_CLERK);
    await app.say(`close ${one.reference}`);
    return one;
  }

  describe('"my data"', () => {
    it('says so when there is nothing but a last question in memory', async () => {
      const before = await say('my data');
      expect(before).toContain(SPEAKER.say('my_data_none'));
      expect(before).toContain(SPEAKER.say('my_data_no_memory'));
      await app.say('can I block somebody');
      expect(await say('my data')).toContain(SPEAKER.say('my_data_memory', { minutes: String(COUNCIL.draftMinutes) }));
    });

    it('lists each case with its state and how long it is kept, and the settings', async () => {
      const open = await ask();
      const over = await closed('Can I post about the flower show?');
      await whole.store.people.setTextOnly(app.tenant, SAM.id, true);
      const shown = await say('my data');
      expect(shown).toContain(`${open.reference}: ${SPEAKER.say('state_mine_waiting')}`);
      expect(shown).toContain(SPEAKER.say('kept_open', { months: '12' }));
      expect(shown).toContain(`${over.reference}: ${SPEAKER.say('state_mine_closed')}`);
      expect(shown).toContain(SPEAKER.say('kept_until', { day: ukDate(keptUntil(Date.now(), 12)) }));
      expect(shown).toContain(SPEAKER.say('my_data_text'));
      expect(shown).not.toContain('allotments');
    });

    it('says that a case is on hold, and not why', async () => {
      const one = await closed();
      await app.say(`hold ${one.reference} Joe asked for it`, AS_CLERK);
      const shown = await say('my data');
      expect(shown).toContain(SPEAKER.say('kept_held'));
      expect(shown).toContain('Priya Shah put C-0001 on hold.');
      expect(shown).not.toContain('Joe asked for it');
    });

    it('says who looked, and that nobody has', async () => {
      const one = await ask();
      expect(await say('my data')).toContain(SPEAKER.say('my_data_nobody'));
      await app.say(`open ${one.reference}`, AS_CLERK);
      expect(await say('my data')).toContain(`Priya Shah opened ${one.reference}.`);
    });

    it('shows nothing of others, though their question was joined to this one', async () => {
      const mine = await ask('May I film the allotments on Sunday morning?');
      const theirs = await ask('May I film the allotments on Sunday morning?', JOE);
      expect(theirs.joined).toBe(mine.id);
      await app.say(`open ${mine.reference}`, AS_CLERK);
      const shown = await say('my data');
      expect(shown).toContain(mine.reference);
      expect(shown).not.toContain(theirs.reference);
      const toJoe = textOf((await app.say('my data', { from: JOE })).reply);
      expect(toJoe).toContain(`Priya Shah opened ${theirs.reference}.`);
      expect(toJoe).not.toContain(mine.reference);
    });

    it('lists six cases and says how many there are beside them', async () => {
      for (let i = 1; i <= 8; i++) await ask(`Is number ${i} of my posts all right?`);
      const shown = await say('my data');
      expect(shown.match(/C-000\d/gu)).toHaveLength(6);
      expect(shown).toContain(SPEAKER.say('my_data_more', { count: '2' }));
    });

    it.each(['my data', 'my data all', 'forget me', 'forget me yes'])('is for the private chat: %s', async (said) => {
      await ask();
      const turn = await app.say(said, { scope: 'group', conversation: 'g' });
      expect(turn.reply.fields.text).toBe(SPEAKER.say('private_please'));
      expect(await app.cases()).toHaveLength(1);
    });
  });

  describe('"my data all"', () => {
    it('sends every word that was said between the two, as plain messages', async () => {
      const one = await closed();
      await app.say(`note ${one.reference} for the record only`, AS_CLERK);
      expect(await say('my data all')).toContain(SPEAKER.say('my_data_sent'));
      const [text = '', ...others] = sent();
      expect(others).toEqual([]);
      for (const words of [one.reference, QUESTION, 'Ask the holders first.', 'Priya Shah'])
        expect(text).toContain(words);
      expect(text).not.toContain('for the record only');
      expect(app.calls.find(({ what }) => what === 'post')?.reply).toMatchObject({ plain: true });
    });

    it('says so when there is nothing', async () => {
      expect(await say('my data all')).toContain(SPEAKER.say('my_data_none'));
      expect(sent()).toEqual([]);
    });

    it('sends five messages at once, and goes on from the case that it names', async () => {
      for (let i = 1; i <= 7; i++) await ask(`Is number ${i} of my posts all right?`);
      const told = await say('my data all');
      expect(sent()).toHaveLength(5);
      const reference = /C-\d{4}/u.exec(told)?.[0] ?? '';
      expect(told).toContain(SPEAKER.say('my_data_go_on', { reference }));
      expect(await say(`my data all ${reference}`)).toContain(SPEAKER.say('my_data_sent'));
      const all = sent().map((text) => /C-\d{4}/u.exec(text)?.[0]);
      expect(all).toEqual([7, 6, 5, 4, 3, 2, 1].map((number) => `C-000${number}`));
    });

    it('cuts a very long case into pieces and loses no sign of it', async () => {
      const long = `${'A long story \u{1F333} about trees. '.repeat(120)}The end.`;
      const one = await ask(long);
      for (let i = 0; i < 3; i++) await app.say(`add ${one.reference} ${i} ${long}`);
      await app.say('my data all');
      expect(sent().length).toBeGreaterThan(1);
      expect(sent().join('').replace(/\s+/gu, '').split(long.replace(/\s+/gu, ''))).toHaveLength(5);
    });

    it('says that something is missing when a message could not be sent', async () => {
      await ask();
      const post = jest.spyOn(whole.messenger, 'post').mockResolvedValueOnce({ kind: 'unknown' });
      expect(await say('my data all')).toContain(SPEAKER.say('my_data_failed'));
      post.mockRestore();
    });
  });

  describe('"forget me"', () => {
    it('forgets settings and the last question at once, and touches no case before the yes', async () => {
      const one = await closed();
      await app.say('text only');
      await app.say('can I block somebody');
      const shown = await say('forget me');
      expect(shown).toContain(SPEAKER.say('forget_done'));
      expect(shown).toContain(`${one.reference}, asked on`);
      expect(await whole.store.people.textOnly(app.tenant, SAM.id)).toBe(false);
      expect(await say('my data')).toContain(SPEAKER.say('my_data_no_memory'));
      expect(await app.cases()).toMatchObject([{ question: QUESTION }]);
    });

    it('forgets a draft that was checked elsewhere, such as in a dialog, and nobody else’s', async () => {
      const DIALOG = { conversation: 'dialog:both' };
      for (const from of [SAM, JOE]) await app.say('check: I love the flower show, end of', { from, ...DIALOG });
      await app.say('forget me');
      const remembered = async (from: typeof SAM) =>
        textOf((await app.say('my data', { from, ...DIALOG })).reply).includes(
          SPEAKER.say('my_data_memory', { minutes: String(COUNCIL.draftMinutes) }),
        );
      expect([await remembered(SAM), await remembered(JOE)]).toEqual([false, true]);
    });

    it('with a yes removes what is closed, and leaves what is open or on hold', async () => {
      const over = await closed();
      const held = await closed('Can I post about the flower show?');
      await app.say(`hold ${held.reference} a request`, AS_CLERK);
      const open = await ask('Is my post about the bins all right?');
      const answered = await ask('Is it all right to like a post?');
      await app.say(`answer ${answered.reference} Yes.`, AS_CLERK);
      const shown = await say('forget me');
      expect(shown).toContain(SPEAKER.say('forget_held', { reference: held.reference }));
      expect(shown).toContain(SPEAKER.say('forget_open', { reference: open.reference }));
      expect(shown).toContain(SPEAKER.say('forget_answered', { reference: answered.reference }));
      expect(await say('forget me yes')).toContain(SPEAKER.say('forgotten', { references: over.reference }));
      expect((await app.cases()).map(({ reference }) => reference)).toEqual(
        [answered, open, held].map(({ reference }) => reference),
      );
      expect(await whole.store.cases.byId(app.tenant, over.id)).toMatchObject({ question: '', state: 'closed' });
      expect(await say('forget me yes')).toContain(SPEAKER.say('forgotten_none'));
    });

    it('is noted without the name', async () => {
      const one = await closed();
      await app.press('forget me', { reference: 'yes' });
      const [entry] = await whole.store.access.ofCases(app.tenant, [one.id], 1);
      expect(entry).toMatchObject({ action: 'erased', by: { id: '', name: '' }, reference: one.reference });
      expect(textOf((await app.say(`log ${one.reference}`, AS_CLERK)).reply)).toContain(
        `${SPEAKER.say('the_councillor')} had the words of ${one.reference} removed.`,
      );
    });

    it('has the card in the channel drawn again without the words', async () => {
      const one = await closed();
      await app.say('forget me yes');
      const shown = textOf((await app.say(`open ${one.reference}`, AS_CLERK)).reply);
      expect(shown).toContain(SPEAKER.say('words_removed'));
      for (const words of [QUESTION, 'Ask the holders first.', SAM.name]) expect(shown).not.toContain(words);
      const due = await whole.store.outbox.claim(Date.now(), Date.now() + 1, 100);
      expect(due.filter(({ tenant }) => tenant === app.tenant)).toMatchObject([{ kind: 'clerk-card', caseId: one.id }]);
    });
  });

  it('the privacy card says how long cases are kept, as the council has set it', async () => {
    expect(await say('privacy')).toContain(
      SPEAKER.say('kept_privacy', { months: String(COUNCIL.records.casesMonths) }),
    );
  });

  it('what a clerk asks as a councillor is listed for the clerk too', async () => {
    const own = await ask(QUESTION, PRIYA);
    expect(textOf((await app.say('my data', { from: PRIYA })).reply)).toContain(own.reference);
  });
});
