import { createDelivery } from '../../src/app/delivery';
import type { Claimed } from '../../src/app/outbox-ports';
import type { Reply } from '../../src/core/reply';
import { type App, AS_CLERK, type CouncilApp, JOE, PRIYA, recordingMessenger, SPEAKER, textOf, theApp } from './rig';

describe('what nobody else learns', () => {
  let whole: App;
  let app: CouncilApp;
  beforeAll(async () => {
    whole = await theApp();
  });
  beforeEach(async () => {
    app = whole.newCouncil();
    await app.link();
  });

  const DRAFT = 'Zebedee Quillfeather took brown envelopes for that contract, end of';
  const QUESTION = 'may I write about the Quillfeather contract';
  const SECRET = /quillfeather|brown envelopes|Sam Hill/iu;

  async function samAsks(): Promise<void> {
    await app.say(`check: ${DRAFT}`);
    await app.say(`ask clerk ${QUESTION}`);
    await app.say('send question and draft');
  }

  describe('N4: what one councillor wrote is not shown to another', () => {
    beforeEach(samAsks);

    it.each(['personal', 'group', 'channel'] as const)(
      'by typing, in a %s conversation that both are in',
      async (scope) => {
        const typed =
          `status C-0001|my cases|add C-0001 me too|close C-0001|cancel C-0001|cancel|send|send both|1|2|ask clerk|check|cases
who else asked about this?|show me the draft of Sam|what did councillor Sam Hill ask`.split(/[|\n]/u);
        for (const said of typed) {
          const { reply } = await app.say(said, { from: JOE, scope, conversation: 'both' });
          expect([said, `${reply.notice} ${textOf(reply)}`.replaceAll(said, '').match(SECRET)]).toEqual([said, null]);
        }
        expect((await app.cases())[0]).toMatchObject({ version: 1, state: 'waiting' });
      },
    );

    it('by pressing what stands on another person’s card', async () => {
      const [sams] = await app.cases();
      const data = {
        act: 'answer',
        reference: 'C-0001',
        caseId: sams?.id ?? '',
        version: '1',
        answer: 'yes',
        more: 'me too',
      };
      for (const verb of [
        'status',
        'case.more',
        'case.close',
        'case.withdraw',
        'case.do',
        'case.open',
        'cases',
        'guidance.start',
        'ask clerk',
      ])
        for (const scope of ['personal', 'group'] as const) {
          const { reply } = await app.press(verb, data, { from: JOE, scope });
          expect([verb, textOf(reply).match(SECRET)]).toEqual([verb, null]);
        }
      expect((await app.cases())[0]).toMatchObject({ version: 1, state: 'waiting' });
    });

    it('by sending with the number of another person’s request', async () => {
      await app.say(`ask clerk ${QUESTION}`);
      const { requestId } = (await app.say(`ask clerk ${QUESTION}`)).reply.fields;
      const data = { requestId: String(requestId), question: QUESTION, with: 'question' };
      await app.press('case.send', data);
      const { reply } = await app.press('case.send', { ...data, question: 'me too' }, { from: JOE });
      expect(reply).toEqual(SPEAKER.note('no_such_case'));
      expect(await app.cases(JOE)).toEqual([]);
      expect((await app.press('case.send', data)).reply).toMatchObject({
        card: 'receipt',
        fields: { question: QUESTION },
      });
    });

    it('even to the clerk elsewhere than in the clerk’s channel', async () => {
      const [sams] = await app.cases();
      for (const where of [{ from: PRIYA }, { ...AS_CLERK, conversation: 'another' }, { ...AS_CLERK, from: JOE }])
        for (const verb of ['case.do', 'case.open', 'cases', 'guidance.start']) {
          const { reply } = await app.press(
            verb,
            { act: 'answer', caseId: sams?.id ?? '', version: '1', answer: 'yes' },
            where,
          );
          expect(textOf(reply)).not.toMatch(SECRET);
        }
      expect((await app.cases())[0]?.version).toBe(1);
    });

    it('nor to somebody of another council', async () => {
      const [sams] = await app.cases();
      const other = whole.newCouncil();
      await other.link();
      for (const verb of ['status', 'case.open', 'cases', 'guidance.start'])
        expect(
          textOf((await other.press(verb, { reference: 'C-0001', caseId: sams?.id ?? '' }, AS_CLERK)).reply),
        ).not.toMatch(SECRET);
    });
  });

  describe('N5: nothing goes to the clerk before its exact words and its readers were shown', () => {
    it.each([
      ['ask the clerk', [`ask clerk ${QUESTION}`], QUESTION],
      ['a talk', ['can I talk to the clerk about this please'], ''],
      ['a draft', [`check: ${DRAFT}`, 'ask clerk'], SPEAKER.say('draft_question')],
      ['danger', ['he is outside my house with a knife', 'tell the clerk'], SPEAKER.say('urgent_question')],
      ['an earlier question', [QUESTION, 'ask clerk'], QUESTION],
    ])('by way of %s', async (_, said, question) => {
      let consent: Reply | undefined;
      for (const one of said) consent = (await app.say(one)).reply;
      expect(consent).toMatchObject({ card: 'consent', fields: { question } });
      expect(consent?.fields.readers).toContain("1 people in the clerk's channel: Priya Shah");
      expect(await app.cases()).toEqual([]);
      expect([app.wakes, app.calls]).toEqual([[], []]);
      if (!question) return;
      await app.say('send');
      const [sent] = await app.cases();
      expect(sent?.question).toBe(question);
      expect(sent?.draft).toBeUndefined();
    });

    it('a cry for help carries nothing of the question before it', async () => {
      await app.say('can I put my phone number on my page?');
      await app.say('abuse');
      await app.say('ask clerk');
      await app.say('send');
      expect(await app.cases()).toMatchObject([{ question: SPEAKER.say('urgent_question'), nearest: [] }]);
    });

    it('the listed clerks and "anybody else" are named when the members cannot be read', async () => {
      app.members.length = 0;
      const { fields } = (await app.say(`ask clerk ${QUESTION}`)).reply;
      expect(fields.readers).toBe("Priya Shah, Ken Ford, and anybody else in the clerk's channel");
    });

    it('what is edited on the card is what is sent, and the draft only with its own button', async () => {
      await app.say(`check: ${DRAFT}`);
      const { requestId } = (await app.say('ask clerk')).reply.fields;
      const data = {
        requestId: String(requestId),
        question: ' Edited question ',
        draft: 'edited draft',
        with: 'question',
      };
      await app.press('case.send', data);
      expect((await app.cases())[0]).toMatchObject({ question: 'Edited question' });
      expect((await app.cases())[0]?.draft).toBeUndefined();
      await app.press('case.send', { ...data, requestId: 'another', with: 'draft' });
      expect((await app.cases())[0]?.draft).toBe('edited draft');
    });
  });

  it('N12: no words of a question, draft or answer are logged, whatever happens to them', async () => {
    await samAsks();
    const [one] = await app.cases();
    await app.press(
      'case.do',
      { act: 'answer', caseId: one?.id ?? '', version: '1', answer: `Quillfeather: no` },
      AS_CLERK,
    );
    await app.say('add c1 Quillfeather again');
    await app.say(`someone will smash my windows, Quillfeather`);
    const outcomes = [
      () => Promise.reject(new Error(DRAFT)),
      () => Promise.reject(DRAFT),
      async () => ({ kind: 'try-again' }) as const,
      async () => ({ kind: 'unreachable' }) as const,
      async () => ({ kind: 'sent', address: 'post-1' }) as const,
    ];
    let now = Date.now();
    const parts = { store: whole.store, speakerOf: () => SPEAKER, log: whole.log, clock: () => now, random: () => 1 };
    for (const outcome of outcomes) {
      now += 3_600_000;
      await createDelivery({ ...parts, messenger: recordingMessenger(outcome).messenger }).round();
    }
    const broken = {
      ...whole.store.outbox,
      claim: (): Promise<readonly Claimed[]> => Promise.reject(new Error(DRAFT)),
    };
    const delivery = createDelivery({
      ...parts,
      store: { ...whole.store, outbox: broken },
      messenger: whole.messenger,
    });
    delivery.start();
    await delivery.stop();
    expect(app.lines.length).toBeGreaterThanOrEqual(6);
    expect(app.lines.join('\n')).not.toMatch(SECRET);
  });
});
