import { clerkCaseReply, eventReply } from '../../src/core/cases/case-replies';
import type { Reply } from '../../src/core/model';
import { type App, AS_CLERK, COUNCIL, type CouncilApp, PRIYA, render, SPEAKER, textOf, theApp } from './rig';

describe('what no reply makes anybody believe', () => {
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

  async function samAsks(): Promise<void> {
    await app.say(`check: ${DRAFT}`);
    await app.say(`ask clerk ${QUESTION}`);
    await app.say('send question and draft');
  }

  describe('N8: nothing says that the clerk has answered, approved or posted before the clerk did', () => {
    const ACTED =
      /clerk has (?:answered|approved|posted|agreed|said|seen|read)|approved|has been posted|told the clerk/iu;

    it('while the question waits', async () => {
      const texts = [textOf((await app.say(`ask clerk ${QUESTION}`)).reply), textOf((await app.say('send')).reply)];
      for (const said of [
        'my cases',
        'status c1',
        'add c1 and on Sunday?',
        'status c1',
        'my cases',
        'cancel c1',
        'status c1',
      ])
        texts.push(textOf((await app.say(said)).reply));
      for (const text of texts) expect(text.match(ACTED)).toBeNull();
    });

    it('though a councillor presses the clerk’s button', async () => {
      await samAsks();
      const [one] = await app.cases();
      const forged = { caseId: one?.id ?? '', version: '1', answer: 'You may post it.' };
      expect((await app.press('case.answer', forged)).reply.fields.text).toBe(SPEAKER.say('not_clerk'));
      expect(textOf((await app.say('status c1')).reply)).not.toMatch(ACTED);
    });

    it('and once the clerk did, it is said who, when and what', async () => {
      await samAsks();
      const [one] = await app.cases();
      const answer = { caseId: one?.id ?? '', version: '1', answer: 'Please do not.' };
      expect((await app.press('case.answer', { ...answer, answer: ' ' }, AS_CLERK)).reply.fields.text).toBe(
        SPEAKER.say('wrong_answer_empty'),
      );
      expect((await app.press('case.answer', answer, AS_CLERK)).reply).toMatchObject({
        card: 'clerk-case',
        fields: { state: 'answered' },
      });
      const text = textOf((await app.say('status c1')).reply);
      for (const part of ['The clerk has answered', PRIYA.name, 'Please do not.']) expect(text).toContain(part);
      const stale = await app.press('case.answer', { ...answer, answer: 'Something else' }, AS_CLERK);
      expect(textOf(stale.reply)).not.toContain('Something else');
    });
  });

  it('N9: the words of an abuser stand in no large type and in no preview', async () => {
    const abuse = 'you are a stinking lying clown and everybody hates you';
    const replies: Reply[] = [];
    for (const said of [
      `someone wrote "${abuse}", can I block them? Can I put my phone number on my page?`,
      `a troll said ${abuse}. what do I do about trolls`,
      `someone said they will smash my windows, ${abuse}`,
      `check: ${abuse}`,
      `ask clerk someone wrote ${abuse}`,
      'send',
      'my cases',
      `add c1 and again ${abuse}`,
      'status c1',
    ])
      replies.push((await app.say(said)).reply);
    const [one] = await app.cases();
    if (!one) throw new Error('no case was kept');
    replies.push(clerkCaseReply({ ...one, draft: abuse }, SPEAKER));
    for (const event of one.events) replies.push(eventReply(one, event, SPEAKER) ?? SPEAKER.note('empty'));
    expect(replies.filter((reply) => JSON.stringify(reply.fields).includes(abuse)).length).toBeGreaterThanOrEqual(5);
    for (const reply of replies) {
      expect(reply.notice).not.toMatch(/stinking/u);
      const { card } = render(reply);
      expect(largeTextsOf(card).join('\n')).not.toMatch(/stinking/u);
      expect(JSON.stringify([field(card, 'speak'), field(card, 'fallbackText')])).not.toMatch(/stinking/u);
    }
  });

  function largeTextsOf(part: unknown): readonly string[] {
    if (Array.isArray(part)) return part.flatMap(largeTextsOf);
    if (typeof part !== 'object' || part === null) return [];
    const large = field(part, 'style') === 'heading' || /large/iu.test(String(field(part, 'size')));
    return [...(large ? [JSON.stringify(part)] : []), ...Object.values(part).flatMap(largeTextsOf)];
  }

  function field(part: object, name: string): unknown {
    return Object.entries(part).find(([key]) => key === name)?.[1];
  }

  describe('N11: whoever asks about the clerk is told that the clerk would see it, and whom to ask instead', () => {
    const WARNING = SPEAKER.say('about_clerk');

    it('names the standards contact of the settings', () => {
      expect(WARNING).toContain(COUNCIL.contacts.standards);
    });

    it.each([
      ['ask clerk how do I complain about the clerk'],
      ['ask clerk the clerk is bullying me'],
      ['ask the clerk our CLERK’S emails are rude, what can I do'],
      ['ask clerk Priya keeps shouting at me'],
      ['ask clerk is mrs shah allowed to post that'],
      ['ask clerk why is the deputy clerk ignoring us'],
      ['the clerk is bullying me, who do I tell', 'ask clerk'],
      ['check: our clerk has lied about the accounts again', 'ask clerk'],
      ['the clerk has threatened to smash my windows', 'tell the clerk'],
    ])('%s', async (...said) => {
      let readers: unknown;
      for (const one of said) readers = (await app.say(one)).reply.fields.readers;
      expect(readers).toContain(WARNING);
      expect((await app.say('send')).reply.card).toBe('receipt');
    });

    it('also when the words are put into the box only before sending, once, and sends then', async () => {
      const { requestId } = (await app.say(`ask clerk ${QUESTION}`)).reply.fields;
      const data = { requestId: String(requestId), question: 'The clerk is bullying me', with: 'question' };
      const warned = (await app.press('case.send', data)).reply;
      expect(warned).toMatchObject({ card: 'consent', fields: { requestId, question: data.question } });
      expect(warned.fields.readers).toContain(WARNING);
      expect(await app.cases()).toEqual([]);
      const sent = [await app.press('case.send', data), await app.press('case.send', data)];
      expect(sent.map(({ reply }) => [reply.card, reply.fields.reference])).toEqual([
        ['receipt', 'C-0001'],
        ['receipt', 'C-0001'],
      ]);
    });

    it('and nobody else is', async () => {
      for (const said of [
        'ask clerk may I film the meeting',
        'ask clerk is the clerkship of a town a job',
        `ask clerk ${QUESTION}`,
      ])
        expect((await app.say(said)).reply.fields.readers).not.toContain(WARNING);
    });
  });
});
