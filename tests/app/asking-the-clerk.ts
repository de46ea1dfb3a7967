import type { CardName, Turn } from '../../src/core/reply';
import { type App, AS_CLERK, type CouncilApp, JOE, SAM, SPEAKER, textOf, theApp } from './rig';

describe('the way to the clerk', () => {
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

  /** What is said, the outcome, the card. */
  type Exchange = readonly [string, Turn['outcome'], CardName];

  async function expectDialogue(exchanges: readonly Exchange[]): Promise<void> {
    for (const [said, outcome, card] of exchanges) {
      const turn = await app.say(said);
      expect([said, turn.outcome, turn.reply.card]).toEqual([said, outcome, card]);
    }
  }

  describe('asking the clerk', () => {
    it.each(['send', 'Send.', 'send question only', 'SEND!'])('"%s" sends the question alone', async (send) => {
      await app.say(`check: ${DRAFT}`);
      const consent = (await app.say('ask clerk')).reply;
      expect(consent).toMatchObject({ card: 'consent', fields: { draft: DRAFT, name: SAM.name } });
      await expectDialogue([[send, 'escalate', 'receipt']]);
      const [sent] = await app.cases();
      expect(sent).toMatchObject({ reference: 'C-0001', question: consent.fields.question, reason: 'draft' });
      expect(sent?.draft).toBeUndefined();
      expect(app.wakes).toHaveLength(1);
    });

    it.each(['send question and draft', 'send both'])('"%s" sends the draft too', async (send) => {
      await app.say(`check: ${DRAFT}`);
      await expectDialogue([
        ['ask clerk', 'escalate', 'consent'],
        [send, 'escalate', 'receipt'],
      ]);
      expect((await app.cases())[0]?.draft).toBe(DRAFT);
    });

    it('"send" means nothing when nothing is offered, or when something else was said in between', async () => {
      expect((await app.say('send')).reply.card).not.toBe('receipt');
      await app.say('ask clerk may I film the meeting');
      await app.say('can I block somebody');
      expect((await app.say('send')).reply.card).not.toBe('receipt');
      await app.say('ask clerk may I film the meeting');
      expect((await app.say('send', { from: JOE })).reply.card).not.toBe('receipt');
      expect(await app.cases()).toEqual([]);
    });

    it('cancel forgets what was offered and says so', async () => {
      await app.say('ask clerk may I film the meeting');
      const cancelled = await app.press('cancel');
      expect(cancelled.reply.fields.text).toBe(SPEAKER.say('cancelled'));
      expect((await app.say('cancel')).reply.fields.text).toBe(SPEAKER.say('nothing_to_cancel'));
      expect((await app.say('send')).reply.card).not.toBe('receipt');
      expect(await app.cases()).toEqual([]);
    });

    it('the text nearest to a new question is not that of the one before', async () => {
      await app.say('can I put my phone number on my page?');
      await app.say('ask clerk do I need two-factor authentication');
      await app.say('send');
      expect((await app.cases())[0]?.nearest).toEqual(['safe.setup.2fa']);
    });

    it('an older card keeps its reason, whatever was said since', async () => {
      await app.say('someone said they will smash my windows');
      const { requestId = '', reason = '', question = '' } = strings((await app.press('ask clerk')).reply.fields);
      await app.say('can I block somebody');
      const sent = await app.press('case.send', { with: 'question', requestId, reason, question });
      expect(sent.reply.fields.urgentLine).toBe(SPEAKER.say('urgent_sent'));
      expect((await app.cases())[0]).toMatchObject({ reason: 'urgent', nearest: [] });
    });

    it('a reason that is not one of ours counts as none', async () => {
      const data = { with: 'question', requestId: 'r', reason: 'because', question: 'May I film?' };
      await app.press('case.send', data);
      expect((await app.cases())[0]?.reason).toBe('asked_for');
    });

    it('a second press sends nothing new', async () => {
      const data = { with: 'question', requestId: 'r', question: 'May I film?' };
      const [first, second] = [await app.press('case.send', data), await app.press('case.send', data)];
      expect(second.reply.fields.reference).toBe(first.reply.fields.reference);
      expect(await app.cases()).toHaveLength(1);
    });

    it('the receipt shows the words that were sent, and no others', async () => {
      const data = { requestId: 'r', question: ' May I film? ', draft: DRAFT };
      const receipt = textOf((await app.press('case.send', { ...data, with: 'question' })).reply);
      expect(receipt).toContain('You sent this question:\n\nMay I film?\n');
      expect(receipt).not.toContain(DRAFT);
      const edited = await app.press('case.send', { ...data, with: 'draft', question: 'May I shout?' });
      expect(textOf(edited.reply)).toBe(receipt);
    });

    it('the receipt shows the draft only when it was sent too', async () => {
      await app.say(`check: ${DRAFT}`);
      await app.say('ask clerk');
      const receipt = textOf((await app.say('send both')).reply);
      for (const part of [SPEAKER.say('draft_question'), `You sent this draft:\n\n${DRAFT}\n`])
        expect(receipt).toContain(part);
    });

    it('without a question there is nothing to send', async () => {
      const consent = (await app.say('ask clerk')).reply;
      expect(consent).toMatchObject({ card: 'consent', fields: { question: '', draft: null } });
      expect((await app.say('send')).reply.fields.text).toBe(SPEAKER.say('ask_empty'));
      const { requestId = '' } = strings(consent.fields);
      expect((await app.press('case.send', { requestId, question: ' \n' })).reply.card).toBe('note');
      expect(await app.cases()).toEqual([]);
    });

    it('without a channel the councillor is told whom to ask, and nothing is kept', async () => {
      const fresh = whole.newCouncil();
      expect((await fresh.say('ask clerk may I film?')).reply.card).toBe('not-linked');
      expect((await fresh.press('case.send', { requestId: 'r', question: 'May I film?' })).reply.card).toBe(
        'not-linked',
      );
      expect(await fresh.cases()).toEqual([]);
    });
  });

  describe('a case of mine', () => {
    beforeEach(async () => {
      await app.say('ask clerk may I film the meeting');
      await app.say('send');
    });

    it('is seen, added to, and withdrawn by typing', async () => {
      await expectDialogue([
        ['my cases', 'chitchat', 'my-cases'],
        ['status c1', 'chitchat', 'case-status'],
        ['/status C-0001', 'chitchat', 'case-status'],
        ['add c-0001: and on a Sunday?', 'chitchat', 'case-status'],
        ['cancel C 1', 'chitchat', 'case-status'],
      ]);
      const [mine] = await app.cases();
      expect(mine?.events[1]).toMatchObject({ kind: 'followed_up', text: 'and on a Sunday?' });
      expect(mine?.state).toBe('withdrawn');
    });

    it.each(['status c99', 'add c99 hello', 'close c99', 'cancel c99', 'status', 'close'])(
      'that is not there is not found: "%s"',
      async (said) => {
        expect((await app.say(said)).reply.card).toBe('note');
      },
    );

    it('keeps all words that come in the same moment', async () => {
      const words = ['one', 'two', 'three'];
      const turns = await Promise.all(words.map((word) => app.say(`add c1 ${word}`)));
      for (const turn of turns) expect(turn.reply.fields.news).toBe(SPEAKER.say('added', { reference: 'C-0001' }));
      const kept = (await app.cases())[0]?.events.map((event) => ('text' in event ? event.text : ''));
      expect(kept?.slice(1).toSorted()).toEqual(words.toSorted());
    });

    it('cannot be closed while it waits, nor added to without words', async () => {
      expect((await app.say('close c1')).reply.card).toBe('case-status');
      expect((await app.say('add c1')).reply.fields.news).toBe(SPEAKER.say('add_empty'));
    });
  });

  describe('the card with the clerk’s answer', () => {
    const QUESTION = 'may I film the meeting';
    const ANSWER = 'Yes, from the public seats.';
    const FURTHER = 'And on a Sunday?';
    const reference = 'C-0001';
    beforeEach(async () => {
      await app.say(`ask clerk ${QUESTION}`);
      await app.say('send');
      const caseId = (await app.cases())[0]?.id ?? '';
      await app.press('case.do', { act: 'answer', caseId, version: '1', answer: ANSWER }, AS_CLERK);
    });

    const more = () => app.press('case.more', { reference, more: FURTHER });
    const close = () => app.press('case.close', { reference });
    const withdraw = () => app.press('case.withdraw', { reference });

    function expectParts({ reply }: Turn, parts: readonly string[]): void {
      expect(reply.card).toBe('case-status');
      for (const part of parts) expect(textOf(reply)).toContain(part);
    }

    it('still shows the answer after more was asked, and what was added', async () => {
      expectParts(await more(), [QUESTION, ANSWER, FURTHER, SPEAKER.say('added', { reference })]);
      expectParts(await app.say('status c1'), [QUESTION, ANSWER, FURTHER]);
    });

    it('still shows the answer after "Thanks", and that the case is closed', async () => {
      expectParts(await close(), [`${reference}: Closed`, QUESTION, ANSWER, SPEAKER.say('closed', { reference })]);
    });

    it('still shows the answer after the further question was withdrawn', async () => {
      await more();
      expectParts(await withdraw(), [QUESTION, ANSWER, FURTHER, SPEAKER.say('withdrawn', { reference })]);
    });

    it.each(['', ' \n'])('still shows the answer when nothing was typed (%j), and sends nothing', async (typed) => {
      const turn = await app.press('case.more', { reference, more: typed });
      expectParts(turn, [QUESTION, ANSWER, SPEAKER.say('add_empty'), 'Add something']);
      expect((await app.cases())[0]).toMatchObject({ state: 'answered', version: 2 });
    });

    it('comes likewise to whoever types instead of pressing', async () => {
      expectParts(await app.say(`add c1 ${FURTHER}`), [ANSWER, FURTHER, SPEAKER.say('added', { reference })]);
      expectParts(await app.say('close c1'), [ANSWER, FURTHER, SPEAKER.say('closed', { reference })]);
    });

    it('does not come to anybody else', async () => {
      for (const said of ['add c1', `add c1 ${FURTHER}`, 'close c1']) {
        const { reply } = await app.say(said, { from: JOE });
        expect(reply.card).toBe('note');
        expect(textOf(reply)).not.toContain(ANSWER);
      }
    });
  });

  function strings(fields: object): { readonly [name: string]: string } {
    return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, String(value)]));
  }
});
