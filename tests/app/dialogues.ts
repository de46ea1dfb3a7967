import { readCommand } from '../../src/core/conversation/commands';
import type { CardName, CommandName, Scope, Turn } from '../../src/core/model';
import { type App, CLERK_CHANNEL, type CouncilApp, JOE, KNOWLEDGE, SAM, SPEAKER, textOf, theApp } from './rig';

describe('what is said and what is replied', () => {
  let whole: App;
  let app: CouncilApp;
  beforeAll(async () => {
    whole = await theApp();
  });
  beforeEach(async () => {
    app = whole.newCouncil();
    await app.link();
  });

  const DRAFT = 'Brian Lusby got that contract because of brown envelopes, end of';
  const LITTER = 'Litter pick on Sunday at ten, all welcome';

  /** What is said, the outcome, the card. */
  type Exchange = readonly [string, Turn['outcome'], CardName];

  async function expectDialogue(exchanges: readonly Exchange[]): Promise<void> {
    for (const [said, outcome, card] of exchanges) {
      const turn = await app.say(said);
      expect([said, turn.outcome, turn.reply.card]).toEqual([said, outcome, card]);
    }
  }

  const COMMAND_CARDS: { readonly [name in CommandName]: readonly [Turn['outcome'], CardName] } = {
    rules: ['rules', 'rules'],
    'golden rule': ['golden_rule', 'golden-rule'],
    abuse: ['abuse_steps', 'abuse-steps'],
    check: ['check', 'check-draft'],
    'ask clerk': ['escalate', 'consent'],
    'my cases': ['chitchat', 'note'],
    status: ['chitchat', 'note'],
    add: ['chitchat', 'note'],
    close: ['chitchat', 'note'],
    privacy: ['chitchat', 'privacy'],
    help: ['chitchat', 'help'],
    'text only': ['chitchat', 'note'],
    cancel: ['chitchat', 'note'],
    link: ['chitchat', 'note'],
    cases: ['chitchat', 'note'],
  };
  const FORMS = KNOWLEDGE.commands.flatMap(({ name, words }) => [name, ...words].map((form) => ({ name, form })));

  describe('a typed command', () => {
    it.each([
      ['as it is', (form: string) => form],
      ['with a slash', (form: string) => `/${form}`],
      ['in capitals', (form: string) => form.toUpperCase()],
      ['with courtesy behind it', (form: string) => `${form} please, thanks`],
      ['with blanks and a full stop', (form: string) => `  ${form}. `],
      ['with a slash and capitals', (form: string) => `/ ${form.toUpperCase()}!`],
    ])('does the same %s', async (_, write) => {
      for (const [at, { name, form }] of FORMS.entries()) {
        const turn = await app.say(write(form), { from: { id: `${at}`, name: 'A' } });
        expect([form, turn.outcome, turn.reply.card]).toEqual([form, ...COMMAND_CARDS[name]]);
      }
    });

    it.each([
      'rules about photos',
      'golden oldies at the hall',
      'checking in with residents',
      'clerks and their hours',
      'add a photo',
      'close the road',
      'status of the road',
      'link to the petition',
    ])('is not read out of "%s"', (said) => {
      expect(readCommand(said, KNOWLEDGE.commands)).toBeUndefined();
    });

    it.each([
      ['/rules about photos', 'rules'],
      ['/help me with this', 'help'],
      ['ask the clerk may I film the meeting', 'consent'],
      ['/ask may I film the meeting', 'consent'],
      [`/check ${LITTER}`, 'findings'],
      [`Check: ${LITTER}`, 'findings'],
    ] as const)('takes the words behind it: "%s"', async (said, card) => {
      expect((await app.say(said)).reply.card).toBe(card);
    });
  });

  describe('talk', () => {
    it.each(KNOWLEDGE.talks.map(({ id, reply, ways }) => [id, reply, ways] as const))(
      'of the kind "%s" gets its reply',
      async (_, reply, ways) => {
        const card = reply.kind === 'note' ? 'note' : COMMAND_CARDS[reply.command][1];
        let right = 0;
        for (const [at, way] of ways.slice(0, 20).entries()) {
          const turn = await app.say(way, { from: { id: `${at}`, name: 'A' } });
          const said = reply.kind === 'note' ? turn.reply.fields.text === reply.text : true;
          if (turn.reply.card === card && said) right += 1;
        }
        expect(right).toBeGreaterThanOrEqual(12);
      },
    );
  });

  describe('the golden rule', () => {
    it.each([
      'golden rule',
      '/golden rule',
      'GOLDEN',
      'the golden rule please',
      'can I post this?',
      'is this ok to post',
    ])('is shown for "%s"', async (said) => {
      await expectDialogue([[said, 'golden_rule', 'golden-rule']]);
    });
  });

  describe('questions', () => {
    it('two in one message get one card with two parts', async () => {
      const turn = await app.say('Can I put my phone number on my page? Do I need two-factor authentication?');
      expect(turn.reply.card).toBe('answer');
      expect(turn.reply.fields.parts).toEqual([
        expect.objectContaining({ about: expect.stringContaining('phone number') }),
        expect.objectContaining({ about: expect.stringContaining('two-factor') }),
      ]);
      expect(turn.passages.map(({ id }) => id)).toEqual(
        expect.arrayContaining(['safe.private.own-info', 'safe.setup.2fa']),
      );
    });

    it('a choice is taken by typing its number, once it was offered', async () => {
      const offered = await sayUntilChoice();
      const second = offered.passages[1];
      const turn = await app.say(' 2 ');
      expect(turn).toMatchObject({ outcome: 'answer', reply: { card: 'answer' }, passages: [{ id: second?.id }] });
      expect(textOf(turn.reply)).toContain(second?.text);
    });

    it('a number without a choice before it chooses nothing', async () => {
      const [, second] = (await sayUntilChoice()).passages;
      await app.say('rules about photos');
      expect((await app.say('2')).passages).not.toEqual([second]);
    });

    it('a choice is not open to somebody else in the same conversation', async () => {
      const [, second] = (await sayUntilChoice({ scope: 'group', conversation: 'g' })).passages;
      const turn = await app.say('2', { from: JOE, scope: 'group', conversation: 'g' });
      expect(turn.passages).not.toEqual([second]);
    });
  });

  /** Vague questions, until one is so vague that a choice is offered. */
  async function sayUntilChoice(where: { readonly scope?: Scope; readonly conversation?: string } = {}): Promise<Turn> {
    const beginnings = KNOWLEDGE.policy.passages.flatMap(({ ways }) => ways.map((way) => way.split(' ', 2).join(' ')));
    const vague = ['good to go?', 'may I like a comment', 'residents and posts', ...beginnings];
    for (const said of vague) {
      const turn = await app.say(said, where);
      if (turn.outcome === 'choose' && turn.passages.length > 1) return turn;
    }
    throw new Error('no question was vague enough');
  }

  describe('a draft', () => {
    it('is taken from the message after "check"', async () => {
      await expectDialogue([
        ['check', 'check', 'check-draft'],
        [LITTER, 'check', 'findings'],
      ]);
    });

    it('is awaited through a command, but not beyond danger', async () => {
      await expectDialogue([
        ['check', 'check', 'check-draft'],
        ['rules', 'rules', 'rules'],
        [DRAFT, 'check', 'findings'],
        ['check', 'check', 'check-draft'],
        ['he is outside my house with a knife', 'urgent', 'urgent'],
      ]);
      expect((await app.say('can I block somebody')).outcome).not.toBe('check');
    });

    it('is no longer awaited after cancel', async () => {
      await app.say('check');
      const { fields } = (await app.say('cancel')).reply;
      expect(fields.text).toBe(SPEAKER.say('cancelled'));
      expect((await app.say('can I block somebody')).outcome).not.toBe('check');
    });

    it.each([
      ['check this:', `check this: ${DRAFT}`],
      ['a lead with a quotation', `can I post this? "${DRAFT}"`],
      ['a lead on its own line', `thinking of posting this:\n${DRAFT}`],
      ['a slash command', `/check ${DRAFT}`],
    ])('is found behind %s, and its own words come back', async (_, said) => {
      const turn = await app.say(said);
      expect(turn).toMatchObject({ outcome: 'check', check: { severity: 'stop' }, reply: { card: 'findings' } });
      expect(turn.reply.fields.draft).toBe(DRAFT);
    });

    it('can be checked again from its card, and an empty box is not a draft', async () => {
      expect((await app.press('check.draft', { draft: ` ${DRAFT} ` })).reply.fields.draft).toBe(DRAFT);
      expect((await app.press('check.draft', { draft: ' ' })).reply.card).toBe('note');
    });
  });

  describe('what holds no question', () => {
    it.each([
      ['nothing', '', false, 'empty'],
      ['blanks', ' \n\t ', false, 'empty'],
      ['a picture alone', '', true, 'attachment'],
      ['5,000 letters', 'word '.repeat(1000), false, 'too_long'],
    ] as const)('%s gets a note', async (_, text, attachments, note) => {
      const turn = await app.say(text, { attachments });
      expect(turn.reply).toMatchObject({ card: 'note', fields: { text: SPEAKER.say(note) } });
    });

    it('a message that comes twice is answered once', async () => {
      const message = app.message('hello');
      expect(await whole.assistant.onMessage(message)).toBeDefined();
      expect(await whole.assistant.onMessage(message)).toBeUndefined();
    });

    it('an arrival is welcomed once, and says whether the clerk can be reached', async () => {
      const arrival = { tenant: app.tenant, conversation: 'chat', scope: 'personal' } as const;
      expect(await whole.assistant.onArrival(arrival)).toMatchObject({ card: 'welcome', fields: { linked: true } });
      expect(await whole.assistant.onArrival(arrival)).toBeUndefined();
      expect(await whole.assistant.onArrival({ ...arrival, tenant: 'other' })).toMatchObject({
        fields: { linked: false },
      });
    });

    it.each(['channel', 'group'] as const)('an arrival in a %s gets a welcome that is true there', async (scope) => {
      const arrival = { tenant: `unlinked ${scope}`, conversation: 'new', scope };
      const welcome = await whole.assistant.onArrival(arrival);
      expect(welcome?.card).toBe('welcome-channel');
      const text = welcome ? textOf(welcome) : '';
      for (const part of ['I read only messages that are addressed to me.', SPEAKER.say('welcome_linked_nowhere')])
        expect(text).toContain(part);
      expect(text).not.toMatch(/Only you can see this chat|Nothing goes to the clerk/u);
      expect(await whole.assistant.onArrival(arrival)).toBeUndefined();
    });

    it.each([
      [CLERK_CHANNEL.conversation, 'welcome_linked_here'],
      ['another', 'welcome_linked_elsewhere'],
    ])('an arrival in the channel "%s" says where the questions come', async (conversation, line) => {
      const welcome = await whole.assistant.onArrival({ tenant: app.tenant, conversation, scope: 'channel' });
      expect(welcome).toMatchObject({ card: 'welcome-channel', fields: { linkLine: SPEAKER.say(line) } });
    });

    it.each(['no.such.button', '', 'constructor'])('a button that nobody knows ("%s") gets help', async (verb) => {
      expect((await app.press(verb)).reply.card).toBe('help');
    });
  });

  it('text only is turned on and off for one person', async () => {
    expect((await app.say('text only')).reply.plain).toBe(true);
    expect(await whole.store.people.textOnly(app.tenant, SAM.id)).toBe(true);
    expect(await whole.store.people.textOnly(app.tenant, JOE.id)).toBe(false);
    expect((await app.say('Text Only')).reply.plain).toBeUndefined();
    expect(await whole.store.people.textOnly(app.tenant, SAM.id)).toBe(false);
  });
});
