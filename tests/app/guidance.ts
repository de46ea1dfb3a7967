import { assemble } from '../../src/assemble';
import type { Turn } from '../../src/core/reply';
import { ukDay } from '../../src/core/uk-time';
import { type App, AS_CLERK, type CouncilApp, JOE, newCouncil, PRIYA, SAM, SPEAKER, textOf, theApp } from './rig';

describe('guidance', () => {
  let whole: App;
  let app: CouncilApp;
  beforeAll(async () => {
    whole = await theApp();
  });
  beforeEach(async () => {
    app = whole.newCouncil();
    await app.link();
  });

  const QUESTION = 'am I allowed to raffle a hamper on my page for the scout hut?';
  const AGAIN = 'can I raffle a hamper on my page for the scout hut';
  const ANSWER = 'Yes, if **everybody** can take part & nobody pays more than £1.';

  type Form = { readonly [name: string]: string };

  /** The boxes and the hidden data of a form, as a button of it sends them. */
  function sentBy({ reply }: Turn, changes: Form = {}): Form {
    expect(reply.card).toBe('guidance-form');
    const { id, version, caseId, question, way1, way2, answer, passageId, reviewOn, before } = reply.fields;
    const sent = { id, version, caseId, question, way1, way2, answer, passageId, reviewOn, confirmed: before };
    return { ...Object.fromEntries(Object.entries(sent).map(([name, value]) => [name, String(value)])), ...changes };
  }

  async function caseOf(question = QUESTION, answer = ANSWER, from = SAM): Promise<string> {
    await app.say(`ask clerk ${question}`, { from });
    await app.say('send', { from });
    const [mine] = await app.cases(from);
    await app.press('case.do', { act: 'answer', caseId: mine?.id ?? '', version: '1', answer }, AS_CLERK);
    return mine?.id ?? '';
  }

  const start = async (question?: string, answer?: string) =>
    app.press('guidance.start', { caseId: await caseOf(question, answer) }, AS_CLERK);
  const press = (verb: string, data: Form) => app.press(verb, data, AS_CLERK);
  const publish = async (changes: Form = {}) => press('guidance.publish', sentBy(await start(), changes));
  const news = ({ reply }: Turn) => reply.fields.news;
  const entries = () => whole.store.guidance.list(app.tenant);

  describe('saving an answer', () => {
    it('begins with a form that holds the question, the answer, a day of review and what the policy says near it', async () => {
      const { reply } = await start(`Hi Priya, ${QUESTION} Thanks, Sam`);
      expect(reply).toMatchObject({
        card: 'guidance-form',
        fields: { question: QUESTION, answer: ANSWER, blocked: [], previewed: false, version: 0 },
      });
      const [year = 0, ...rest] = ukDay(Date.now()).split('-');
      if (rest.join('-') !== '02-29') expect(reply.fields.reviewOn).toBe([Number(year) + 1, ...rest].join('-'));
      expect(await entries()).toEqual([]);
    });

    it('is noted like every other look at the case', async () => {
      const caseId = await caseOf();
      const looks = async () => (await whole.store.access.ofCases(app.tenant, [caseId], 9)).length;
      const before = await looks();
      await press('guidance.start', { caseId });
      expect(await looks()).toBe(before + 1);
    });

    it('proposes other ways to ask it that ask the same', async () => {
      const { way1, way2 } = (await start('when does purdah start?', 'On 23 March.')).reply.fields;
      for (const way of [way1, way2]) expect(way).toMatch(/purdah|election/iu);
    });

    it('is refused while the case has no answer', async () => {
      await app.say(`ask clerk ${QUESTION}`);
      await app.say('send');
      const caseId = (await app.cases())[0]?.id ?? '';
      const { reply } = await press('guidance.start', { caseId });
      expect(reply).toEqual(SPEAKER.note('guidance_no_answer', { reference: 'C-0001' }));
      expect((await press('guidance.start', { caseId: 'none' })).reply).toEqual(SPEAKER.note('no_case_here'));
    });

    it.each(['guidance.preview', 'guidance.publish', 'guidance.draft'])(
      'is held back by %s as long as personal details are in it, until the clerk says that they are not',
      async (verb) => {
        const form = sentBy(await start(), { answer: 'As I told Mrs Agar of 14 Chapel Garth: yes.' });
        const blocked = await press(verb, form);
        expect(blocked.reply).toMatchObject({
          card: 'guidance-form',
          fields: {
            blocked: [
              { kind: SPEAKER.say('personal_name'), words: 'Mrs Agar' },
              { kind: SPEAKER.say('personal_address'), words: '14 Chapel Garth' },
            ],
            news: SPEAKER.say('guidance_blocked'),
            previewed: false,
            mayDraft: false,
          },
        });
        expect(await entries()).toEqual([]);
        const confirmed = String(blocked.reply.fields.confirmed);
        const previewed = await press('guidance.preview', sentBy(blocked, { confirmed }));
        expect(previewed.reply.fields).toMatchObject({ blocked: [], previewed: true, before: confirmed });
        const more = await press('guidance.publish', sentBy(previewed, { way1: 'can Jane Doe raffle a hamper' }));
        expect(more.reply.fields.blocked).toMatchObject([{ words: 'Jane Doe' }]);
        expect((await press('guidance.publish', sentBy(previewed))).reply.card).toBe('guidance-entry');
      },
    );

    it('leaves personal details out of the question that it proposes', async () => {
      const { question } = (await start('can I say that Mrs Agar of 14 Chapel Garth won the raffle?')).reply.fields;
      expect(question).toBe('can I say that somebody of (left out) won the raffle?');
    });

    it.each(['question', 'answer'])('needs the %s', async (box) => {
      const turn = await publish({ [box]: ' \n' });
      expect(news(turn)).toBe(SPEAKER.say('guidance_empty'));
      expect(await entries()).toEqual([]);
    });

    it('takes no passage and no day that there is not', async () => {
      await publish({ passageId: 'no.such', reviewOn: '2027-99-99', version: 'x', caseId: '' });
      const [saved] = await entries();
      expect(saved).not.toHaveProperty('passage');
      expect(saved?.reviewOn).toMatch(/^\d{4}-\d{2}-\d{2}$/u);
      expect(Date.parse(saved?.reviewOn ?? '')).not.toBeNaN();
    });

    it('saves once when the button is pressed twice', async () => {
      const form = sentBy(await start());
      const [first, second] = [await press('guidance.publish', form), await press('guidance.publish', form)];
      expect(second.reply.fields).toEqual({ ...first.reply.fields, news: null });
      expect(await entries()).toMatchObject([{ reference: 'G-0001', version: 1, state: 'published' }]);
    });

    it('keeps the words of the one who was slower, and saves them at the next press', async () => {
      const opened = await press('guidance.edit', { id: String((await publish()).reply.fields.id) });
      await press('guidance.publish', sentBy(opened, { answer: 'The first.' }));
      const late = await press('guidance.publish', sentBy(opened, { answer: 'The second.' }));
      expect(late.reply.fields).toMatchObject({ news: SPEAKER.say('guidance_overtaken'), answer: 'The second.' });
      expect((await entries())[0]?.answer).toBe('The first.');
      await press('guidance.publish', sentBy(late));
      expect(await entries()).toMatchObject([{ answer: 'The second.', version: 3 }]);
    });

    it('never turns into a draft what councillors see', async () => {
      const { id = null } = (await publish()).reply.fields;
      const opened = await press('guidance.edit', { id: String(id) });
      expect(opened.reply.fields.mayDraft).toBe(false);
      await press('guidance.draft', sentBy(opened, { answer: 'Other words.' }));
      expect(await entries()).toMatchObject([{ state: 'published', answer: ANSWER, version: 1 }]);
    });
  });

  describe('the preview', () => {
    it('names past questions that would be answered, and what would change for others', async () => {
      await caseOf(AGAIN, 'Yes.', JOE);
      await caseOf('can I block a resident who is rude to me', 'Yes.', { id: 'ann', name: 'Ann' });
      const turn = await press('guidance.preview', sentBy(await start()));
      expect(turn.reply.fields.changes).toEqual([
        { line: SPEAKER.say('guidance_answers', { count: '2' }), examples: [{ asked: QUESTION }, { asked: AGAIN }] },
        { line: SPEAKER.say('guidance_below', { count: '0' }), examples: [] },
        { line: SPEAKER.say('guidance_changes', { count: '0' }), examples: [] },
      ]);
      expect(await entries()).toEqual([]);
      await press('guidance.publish', sentBy(turn));
      const id = (await entries())[0]?.id ?? '';
      const edited = sentBy(await press('guidance.edit', { id }), { answer: 'No.' });
      const lines = JSON.stringify((await press('guidance.preview', edited)).reply.fields.changes);
      expect(lines).toContain(SPEAKER.say('guidance_answers', { count: '0' }));
      expect(lines).toContain(SPEAKER.say('guidance_changes', { count: '2' }));
    });

    it('tells apart the questions that the policy answers', async () => {
      const asked = 'should I use two-factor authentication?';
      const form = sentBy(await start(asked, 'Yes, and ask me for help.'));
      const { changes } = (await press('guidance.preview', form)).reply.fields;
      expect(changes).toContainEqual({ line: SPEAKER.say('guidance_below', { count: '1' }), examples: [{ asked }] });
    });
  });

  describe('a councillor who asks what was answered before', () => {
    it('gets the advice, word for word, with its day, and may still ask the clerk', async () => {
      const before = await app.say(AGAIN, { from: JOE });
      expect(before.outcome).not.toBe('answer');
      const saved = await publish();
      expect(textOf(saved.reply)).toContain('G-0001: Councillors see it');
      const turn = await app.say(AGAIN, { from: JOE });
      expect(turn).toMatchObject({ outcome: 'answer', reply: { card: 'answer' } });
      const text = textOf(turn.reply);
      expect(text).toMatch(/^What the clerk advises/u);
      for (const part of [ANSWER, 'Advice from the clerk, ', 'The policy does not settle this', 'ask clerk'])
        expect(text).toContain(part);
      expect(text.indexOf(ANSWER)).toBeLessThan(text.indexOf('The nearest text in the policy'));
      expect(text).not.toContain(SAM.name);
      const consent = (await app.say('ask clerk', { from: JOE })).reply;
      expect(consent).toMatchObject({ card: 'consent', fields: { question: AGAIN } });
    });

    it('gets it below what the policy says, where the policy answers', async () => {
      const asked = 'should I use two-factor authentication?';
      const form = sentBy(await start(asked, 'Yes, and ask me for help.'));
      await press('guidance.publish', form);
      const text = textOf((await app.say(asked, { from: JOE })).reply);
      expect(text).toMatch(/^What the policy says/u);
      expect(text.indexOf('The policy says:')).toBeLessThan(text.indexOf('Yes, and ask me for help.'));
    });

    it('is offered to read it where the question is only like it', async () => {
      await publish({ question: 'May I run a raffle for charity on my own page?', way1: '', way2: '' });
      const turn = await app.say('can I do a raffle online for charity', { from: JOE });
      expect(turn.outcome).toBe('escalate');
      expect(turn.reply).toMatchObject({ card: 'not-sure', fields: { offered: [{ reference: 'G-0001' }] } });
      expect(textOf(turn.reply)).not.toContain(ANSWER);
      for (const read of [
        await app.press('guidance.show', { reference: 'G-0001' }, { from: JOE }),
        await app.say('guidance G-0001', { from: JOE }),
      ])
        expect(textOf(read.reply)).toContain(ANSWER);
    });

    it('is told when it was due for review', async () => {
      await publish({ reviewOn: '2026-01-31' });
      const due = SPEAKER.say('advice_due', { day: '31 January 2026' });
      expect(textOf((await app.say(AGAIN, { from: JOE })).reply)).toContain(due);
      expect(textOf((await app.say('guidance', AS_CLERK)).reply)).toContain('G-0001: Due for review');
    });

    it('never sees a draft, nor one that is retired', async () => {
      await press('guidance.draft', sentBy(await start()));
      const shown = async () => textOf((await app.say(AGAIN, { from: JOE })).reply).includes(ANSWER);
      expect(await shown()).toBe(false);
      expect((await app.say('guidance G-0001', { from: JOE })).reply).toEqual(SPEAKER.note('no_such_guidance'));
      await app.say('restore G-0001', AS_CLERK);
      expect(await shown()).toBe(true);
      expect(news(await app.say('retire g1', AS_CLERK))).toBe(
        SPEAKER.say('guidance_now_retired', { reference: 'G-0001' }),
      );
      expect(await shown()).toBe(false);
    });

    it('gets it as one part of several questions', async () => {
      await publish();
      const turn = await app.say(`Should I use two-factor authentication? And ${AGAIN}?`, { from: JOE });
      const text = textOf(turn.reply);
      expect(turn.reply.card).toBe('answer');
      for (const part of ['You asked: “Should I use two-factor', ANSWER]) expect(text).toContain(part);
    });

    it('gets help first when there is danger', async () => {
      await publish({ question: 'he is outside my house with a knife', way1: '', way2: '' });
      expect((await app.say('he is outside my house with a knife', { from: JOE })).outcome).toBe('urgent');
    });

    it('does not see the advice of another council', async () => {
      await publish();
      const other = whole.newCouncil();
      await other.link();
      for (const said of [AGAIN, 'guidance G-0001'])
        expect(textOf((await other.say(said)).reply)).not.toContain(ANSWER);
      expect((await other.say('guidance', AS_CLERK)).reply).toEqual(SPEAKER.note('no_guidance'));
    });
  });

  describe('the clerk’s own view', () => {
    it('lists what was saved, newest first, and says how much there is', async () => {
      const form = sentBy(await start());
      for (let number = 1; number <= 6; number++)
        await press('guidance.draft', { ...form, id: `id-${number}`, question: `Question number ${number}` });
      const { reply } = await app.say('guidance', AS_CLERK);
      expect(reply.fields.more).toBe(SPEAKER.say('guidance_more', { shown: '5', count: '6' }));
      expect(reply.fields.entries).toMatchObject([{ reference: 'G-0006', asked: 'Question number 6' }, {}, {}, {}, {}]);
    });

    it.each(['guidance G-0001', 'guidance g1', '/guidance G 1'])('opens one by its number: "%s"', async (said) => {
      await publish();
      expect((await app.say(said, AS_CLERK)).reply).toMatchObject({
        card: 'guidance-entry',
        fields: { reference: 'G-0001', advice: ANSWER },
      });
    });

    it.each(['guidance raffle', 'guidance EVERYBODY', `guidance ${AGAIN}`])(
      'finds one by words: "%s"',
      async (said) => {
        await publish();
        await press('guidance.draft', sentBy(await start('can I film the meeting?', 'Yes.'), { id: 'other' }));
        expect((await app.say(said, AS_CLERK)).reply.fields.entries).toMatchObject([{ reference: 'G-0001' }]);
        expect((await app.say('guidance zebras', AS_CLERK)).reply).toEqual(SPEAKER.note('no_guidance_found'));
      },
    );

    it('shows every version, and puts back the words of an earlier one', async () => {
      const id = String((await publish()).reply.fields.id);
      await press('guidance.publish', sentBy(await press('guidance.edit', { id }), { answer: 'No.' }));
      const { reply } = await press('guidance.history', { id });
      expect(reply.fields.history).toHaveLength(2);
      expect(reply.fields.earlier).toMatchObject([{ id: '1' }]);
      const put = await press('guidance.republish', { id, put: '1' });
      expect(put.reply.fields).toMatchObject({ advice: ANSWER });
      expect(await entries()).toMatchObject([{ version: 3, answer: ANSWER, state: 'published' }]);
      await press('guidance.republish', { id, put: '77' });
      expect((await entries())[0]?.version).toBe(3);
    });

    it('saves nothing when nothing would change', async () => {
      const id = String((await publish()).reply.fields.id);
      await press('guidance.republish', { id });
      await app.say('restore G-0001', AS_CLERK);
      expect((await entries())[0]?.version).toBe(1);
      await press('guidance.retire', { id });
      await press('guidance.retire', { id });
      expect(await entries()).toMatchObject([{ version: 2, state: 'retired' }]);
    });

    it.each(['guidance G-0099', 'retire G-0099', 'restore g99'])('says so when there is none: "%s"', async (said) => {
      expect((await app.say(said, AS_CLERK)).reply).toEqual(SPEAKER.note('no_such_guidance'));
    });

    it('is for a listed clerk in the linked channel only', async () => {
      const id = String((await publish()).reply.fields.id);
      const form = sentBy(await press('guidance.edit', { id }), { answer: 'Other words.' });
      for (const [where, why] of [
        [{ from: JOE }, 'not_clerk'],
        [{ ...AS_CLERK, from: JOE }, 'not_clerk'],
        [{ from: PRIYA }, 'not_clerk_channel'],
        [{ ...AS_CLERK, conversation: 'another' }, 'not_clerk_channel'],
      ] as const) {
        for (const verb of ['edit', 'preview', 'publish', 'draft', 'open', 'history', 'retire', 'republish'])
          expect((await app.press(`guidance.${verb}`, { ...form, id }, where)).reply).toEqual(SPEAKER.note(why));
        const caseId = (await app.cases())[0]?.id ?? '';
        expect((await app.press('guidance.start', { caseId }, where)).reply).toEqual(SPEAKER.note(why));
        for (const said of ['guidance', 'retire G-0001', 'restore G-0001'])
          expect((await app.say(said, where)).reply).toEqual(SPEAKER.note(why));
      }
      expect(await entries()).toMatchObject([{ version: 1, state: 'published', answer: ANSWER }]);
    });

    it('takes "guidance on …" for a question where no clerk asks', async () => {
      const turn = await app.say('guidance on two-factor authentication', { from: JOE });
      expect(turn).toMatchObject({ outcome: 'answer', reply: { card: 'answer' } });
    });

    it('leaves no words in the log or on the lock screen', async () => {
      const turns = [await start(), await publish(), await app.say(AGAIN, { from: JOE })];
      for (const text of [...app.lines, ...turns.map(({ reply }) => reply.notice)])
        expect(text).not.toMatch(/raffle|hamper|everybody/iu);
    });
  });

  it('changed on one instance is seen on the other with the next question', async () => {
    const { store, messenger, log } = whole;
    const second = assemble({ speaker: SPEAKER, store, messenger, wakeDelivery: () => {}, log });
    const there = newCouncil(app.tenant, { assistant: second.assistant, store });
    const seenThere = async () => textOf((await there.say(AGAIN, { from: JOE, conversation: 'elsewhere' })).reply);
    expect(await seenThere()).not.toContain(ANSWER);
    const id = String((await publish()).reply.fields.id);
    expect(await seenThere()).toContain(ANSWER);
    const edited = sentBy(await there.press('guidance.edit', { id }, AS_CLERK), { answer: 'Only in March.' });
    await there.press('guidance.publish', edited, AS_CLERK);
    const here = textOf((await app.say(AGAIN, { from: JOE })).reply);
    expect(here).toContain('Only in March.');
    expect(here).not.toContain(ANSWER);
    await app.say('retire G-0001', AS_CLERK);
    expect(await seenThere()).not.toContain('Only in March.');
  });
});
