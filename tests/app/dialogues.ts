import { readCommand } from '../../src/core/conversation/commands';
import type { CommandName, Scope } from '../../src/core/model';
import type { CardName, Turn } from '../../src/core/reply';
import {
  type App,
  CLERK_CHANNEL,
  type CouncilApp,
  draftShown,
  JOE,
  KNOWLEDGE,
  SAM,
  SPEAKER,
  TAUGHT,
  textOf,
  theApp,
} from './rig';

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

  const MANY_POINTS = [
    'My mobile is 07700 900341 and I live at 14 Chapel Garth.',
    'We are off to Spain for a fortnight on Monday so the house is empty.',
    'The clerk is a liar and a crook.',
    'Vote for me on polling day, vote Labour.',
    'The wifi password is Beck1234.',
    'My brother has the firm that should get the grass contract from the council.',
  ].join(' ');
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
    reopen: ['chitchat', 'note'],
    link: ['chitchat', 'note'],
    cases: ['chitchat', 'note'],
    open: ['chitchat', 'note'],
    take: ['chitchat', 'note'],
    'take over': ['chitchat', 'note'],
    'hand back': ['chitchat', 'note'],
    pass: ['chitchat', 'note'],
    'ask more': ['chitchat', 'note'],
    answer: ['chitchat', 'note'],
    wording: ['chitchat', 'note'],
    'official channel': ['chitchat', 'note'],
    note: ['chitchat', 'note'],
    guidance: ['chitchat', 'note'],
    retire: ['chitchat', 'note'],
    restore: ['chitchat', 'note'],
    report: ['chitchat', 'note'],
    'my data': ['chitchat', 'my-data'],
    'forget me': ['chitchat', 'forget-me'],
    hold: ['chitchat', 'note'],
    release: ['chitchat', 'note'],
    log: ['chitchat', 'note'],
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
      'open the letter',
      'answer the door',
      'note that I am away',
      'take care',
      'pass it on',
      'reply to her',
      'suggest a time',
      'retire from the council',
      'restore the old post',
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
    it.each(TAUGHT.talks.map(({ id, reply, ways }) => [id, reply, ways] as const))(
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

  function nameOf(rule: string): string {
    return KNOWLEDGE.rules.find(({ id }) => id === rule)?.name ?? '';
  }

  /** Vague questions, until one is so vague that a choice is offered. */
  async function sayUntilChoice(where: { readonly scope?: Scope; readonly conversation?: string } = {}): Promise<Turn> {
    const beginnings = TAUGHT.policy.passages.flatMap(({ ways }) => ways.map((way) => way.split(' ', 2).join(' ')));
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
      expect(draftShown(turn.reply)).toBe(DRAFT);
    });

    it('is compared with the version before it, and one about something else is not', async () => {
      const first = await app.press('check.draft', { draft: 'Cllr Marr is a thief. The hall roof leaks again.' });
      expect(first.reply.fields.progress).toBeNull();
      const second = await app.press('check.draft', { draft: 'The hall roof leaks again. Ring me on 07700 900341.' });
      expect(second.reply.fields.progress).toContain(
        SPEAKER.say('check_gone', { points: nameOf('defamation') }).slice(0, 20),
      );
      expect(second.reply.fields.progress).toContain(nameOf('self-data'));
      const other = await app.press('check.draft', { draft: 'Tea and buns on Sunday for everybody who comes along.' });
      expect(other.reply.fields.progress).toBeNull();
    });

    it('shows five points at most, and all of them when asked by button or in words', async () => {
      const turn = await app.press('check.draft', { draft: MANY_POINTS });
      expect(turn.check?.findings.length).toBeGreaterThan(5);
      expect(turn.reply.fields.points).toHaveLength(5);
      expect(turn.reply.fields.more).toContain(String((turn.check?.findings.length ?? 0) - 5));
      for (const all of [await app.press('check.all'), await app.say('show all points')]) {
        expect(all.reply.fields.points).toHaveLength(turn.check?.findings.length ?? 0);
        expect(all.reply.fields.more).toBeNull();
      }
      await app.say('cancel');
      expect((await app.press('check.all')).reply.fields.text).toBe(SPEAKER.say('check_forgotten'));
    });

    it('for the council page is graver where the rule says so', async () => {
      const draft = 'The Conservatives here kept your council tax down and do not forget it';
      const own = await app.press('check.draft', { draft, platform: 'own page' });
      const council = await app.press('check.draft', { draft, platform: 'council page' });
      expect([own.check?.severity, council.check?.severity]).toEqual(['think', 'stop']);
    });

    it('comes with calmer words where the rules have them', async () => {
      const turn = await app.press('check.draft', {
        draft: 'Cllr Marr is a thief. The lane is shut again. Use Mill Lane until Friday.',
      });
      expect(turn.reply.fields.calmer).toEqual({
        text: 'The lane is shut again. Use Mill Lane until Friday.',
        changes: SPEAKER.say('calmer_left_out', { words: 'Cllr Marr is a thief' }),
      });
    });

    it('is checked again when its message is changed, and forgotten when it is deleted', async () => {
      const sent = app.message(`check this: ${DRAFT}`);
      expect((await whole.assistant.onMessage(sent))?.outcome).toBe('check');
      const changed = { ...sent, text: 'check this: The hall roof leaks again and we need a new one.' };
      const turn = await whole.assistant.onEdited(changed);
      expect(turn).toMatchObject({ outcome: 'check', check: { severity: 'ok' } });
      expect(turn?.reply.fields.progress).toContain(SPEAKER.say('check_changed'));
      expect(await whole.assistant.onEdited({ ...changed, id: 'another' })).toBeUndefined();
      const told = { ...changed, text: 'He is outside my house with a knife now, help' };
      expect((await whole.assistant.onEdited(told))?.outcome).toBe('urgent');
      expect(await whole.assistant.onEdited(changed)).toBeUndefined();
      const again = app.message(`check this: ${DRAFT}`);
      await whole.assistant.onMessage(again);
      const long = await whole.assistant.onEdited({ ...again, text: 'word '.repeat(1000) });
      expect(long?.reply.fields.text).toBe(SPEAKER.say('too_long'));
      await whole.assistant.onDeleted({ ...again, text: '' });
      expect((await app.press('check.all')).reply.fields.text).toBe(SPEAKER.say('check_forgotten'));
      expect(await whole.assistant.onEdited(changed)).toBeUndefined();
    });

    it('in a dialog can be sent to the clerk, and stays apart from that chat', async () => {
      await app.link();
      const dialog = { scope: 'personal', conversation: 'dialog:g' } as const;
      const turn = await whole.assistant.onDialogDraft({ ...app.message(DRAFT, dialog) }, 'group');
      expect(turn).toMatchObject({ outcome: 'check', check: { severity: 'stop' } });
      const consent = await app.press('ask clerk', {}, dialog);
      expect(consent.reply).toMatchObject({ card: 'consent', fields: { draft: DRAFT } });
      expect((await app.press('check.all', {}, { conversation: 'g' })).reply.fields.text).toBe(
        SPEAKER.say('check_forgotten'),
      );
    });

    it('in a dialog that tells of danger gets help first', async () => {
      const said = app.message('There is a man with a knife outside my house now', { conversation: 'dialog:g' });
      expect((await whole.assistant.onDialogDraft(said)).outcome).toBe('urgent');
      expect(
        (await whole.assistant.onOthersMessage({ ...said, text: 'I know where you live and I am coming to kill you' }))
          .outcome,
      ).toBe('urgent');
    });

    it('in a dialog that is too long is not checked', async () => {
      const turn = await whole.assistant.onDialogDraft(app.message('word '.repeat(1000)));
      expect(turn.reply.fields.text).toBe(SPEAKER.say('too_long'));
    });

    it('of somebody else is not checked: it is asked whether it is abuse or to be answered', async () => {
      const turn = await whole.assistant.onOthersMessage(app.message('Your bins policy is daft'));
      expect(turn.reply.card).toBe('others-message');
      expect(textOf(turn.reply)).toContain('abuse');
    });

    it('can be checked again from its card, and an empty box is not a draft', async () => {
      expect(draftShown((await app.press('check.draft', { draft: ` ${DRAFT} ` })).reply)).toBe(DRAFT);
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
