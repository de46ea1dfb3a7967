import { caseDeskReply, clerkCaseReply, threadReply } from '../../src/core/cases/clerk-replies';
import { answerReply, caseNoticeReply, troubleReply } from '../../src/core/cases/councillor-replies';
import type { Person } from '../../src/core/model';
import type { Reply } from '../../src/core/reply';
import { type App, AS_CLERK, appOf, COUNCIL, type CouncilApp, PRIYA, render, SPEAKER, textOf, theApp } from './rig';

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
      const forged = { act: 'answer', caseId: one?.id ?? '', version: '1', answer: 'You may post it.' };
      expect((await app.press('case.do', forged)).reply.fields.text).toBe(SPEAKER.say('not_clerk'));
      expect(textOf((await app.say('status c1')).reply)).not.toMatch(ACTED);
    });

    it('and once the clerk did, it is said who, when and what', async () => {
      await samAsks();
      const [one] = await app.cases();
      const answer = { act: 'answer', caseId: one?.id ?? '', version: '1', answer: 'Please do not.' };
      expect((await app.press('case.do', { ...answer, answer: ' ' }, AS_CLERK)).reply.fields.news).toBe(
        SPEAKER.say('wrong_answer_empty'),
      );
      expect((await app.press('case.do', answer, AS_CLERK)).reply).toMatchObject({
        card: 'clerk-case',
        fields: { state: 'answered' },
      });
      const text = textOf((await app.say('status c1')).reply);
      for (const part of ['The clerk has answered', PRIYA.name, 'Please do not.']) expect(text).toContain(part);
      const stale = await app.press('case.do', { ...answer, answer: 'Something else' }, AS_CLERK);
      expect(stale.reply.fields).toMatchObject({ news: SPEAKER.say('card_out_of_date'), typed: 'Something else' });
      expect(textOf((await app.say('status c1')).reply)).not.toContain('Something else');
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
    const drafted = { ...one, draft: abuse, about: { flags: [{ rule: 'abuse', words: abuse }] } };
    replies.push(clerkCaseReply(drafted, { joined: [drafted], typed: abuse }, SPEAKER));
    replies.push(caseDeskReply(drafted, { joined: [drafted], viewer: PRIYA }, SPEAKER));
    for (const event of one.events)
      for (const reply of [threadReply, caseNoticeReply])
        replies.push(reply(one, event, SPEAKER) ?? SPEAKER.note('empty'));
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

  describe('N11: what is about the clerk goes to the person named for it, never to the clerk', () => {
    const { alternate } = COUNCIL;
    const ANNE: Person = { id: alternate?.id ?? '', name: alternate?.name ?? '' };

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
      let consent: Reply | undefined;
      for (const one of said) consent = (await app.say(one)).reply;
      expect(consent).toMatchObject({ card: 'consent', fields: { desk: 'alternate' } });
      expect(consent?.fields.readers).toBe(
        SPEAKER.say('readers_alternate', { name: ANNE.name, title: alternate?.title ?? '' }),
      );
      expect((await app.say('send')).reply.card).toBe('receipt');
      expect((await app.cases())[0]).toMatchObject({ desk: 'alternate' });
      expect((await app.say('cases', AS_CLERK)).reply.fields.text).toBe(SPEAKER.say('no_open_cases'));
      for (const typed of ['open c1', 'answer c1 no', 'take c1', 'note c1 hm'])
        expect((await app.say(typed, AS_CLERK)).reply.fields.text).toBe(SPEAKER.say('no_case_here'));
    });

    it('who answers it in the private chat, and sees nothing of the clerk’s desk', async () => {
      await app.say('ask clerk the clerk is bullying me');
      await app.say('send');
      await app.say(`ask clerk ${QUESTION}`);
      await app.say('send');
      const listed = (await app.say('cases', { from: ANNE })).reply;
      expect(textOf(listed)).toContain('C-0001');
      expect(textOf(listed)).not.toContain('C-0002');
      expect((await app.say('answer c2 hello', { from: ANNE })).reply.fields.text).toBe(SPEAKER.say('no_case_here'));
      expect((await app.say('answer c1 I will ring you', { from: ANNE })).reply.fields.state).toBe('answered');
      expect((await app.say('answer c1 again', { from: ANNE, scope: 'group' })).reply.fields.text).toBe(
        SPEAKER.say('not_clerk'),
      );
      expect((await app.cases())[1]).toMatchObject({ desk: 'alternate', state: 'answered' });
    });

    it('and nothing that the councillor is told says that the clerk has it', async () => {
      await app.say('ask clerk the clerk is bullying me');
      const told = [(await app.say('send')).reply];
      for (const typed of ['my cases', 'status c1', 'add c1 since March', 'my data'])
        told.push((await app.say(typed)).reply);
      await app.say('answer c1 I will ring you', { from: ANNE });
      const one = (await app.cases())[0];
      const event = one?.events.at(-1);
      if (!one || event?.kind !== 'answered') throw new Error('not answered');
      told.push(answerReply(one, event, SPEAKER), troubleReply(one, SPEAKER));
      told.push(
        (await app.say('close c1')).reply,
        (await app.say('reopen c1')).reply,
        (await app.say('cancel c1')).reply,
      );
      for (const reply of told) {
        const text = [reply.notice, textOf(reply).replaceAll('the clerk is bullying me', '')].join('\n');
        expect([
          reply.card,
          /(?:with|for|from|reach) the clerk\b|the clerk (?:has|works|will|can)/iu.exec(text)?.[0],
        ]).toEqual([reply.card, undefined]);
      }
      const answer = told.find(({ card }) => card === 'clerk-answer');
      expect(answer && textOf(answer)).toContain(`${ANNE.name}, ${alternate?.title}`);
    });

    it('who closes and reopens it by typing, and passes it to no clerk', async () => {
      await app.say('ask clerk the clerk is bullying me');
      await app.say('send');
      const passed = await app.say('pass c1', { from: ANNE });
      expect(passed.reply.fields.news).toBe(SPEAKER.say('no_clerk_for_this'));
      const { reply } = await app.press(
        'case.open',
        { caseId: (await app.cases())[0]?.id ?? '' },
        { from: ANNE, surface: 'dialog' },
      );
      expect(JSON.stringify(reply.fields.acts)).not.toContain('"pass"');
      for (const [typed, state] of [
        ['close c1 as advised', 'closed'],
        ['reopen c1', 'waiting'],
      ])
        expect((await app.say(typed ?? '', { from: ANNE })).reply.fields.state).toBe(state);
    });

    it('also when the words are put into the box only before sending', async () => {
      const { requestId } = (await app.say(`ask clerk ${QUESTION}`)).reply.fields;
      const data = {
        requestId: String(requestId),
        question: 'The clerk is bullying me',
        with: 'question',
        desk: 'clerk',
      };
      const shown = (await app.press('case.send', data)).reply;
      expect(shown).toMatchObject({
        card: 'consent',
        fields: { requestId, question: data.question, desk: 'alternate' },
      });
      expect(await app.cases()).toEqual([]);
      const sent = [0, 1].map(() => app.press('case.send', { ...data, desk: 'alternate' }));
      for (const { reply } of await Promise.all(sent)) expect(reply.fields.reference).toBe('C-0001');
      expect((await app.cases())[0]?.desk).toBe('alternate');
    });

    it('unless the councillor says that it is not about the clerk', async () => {
      await app.say('ask clerk does the clerk need to see my post first');
      const shown = (await app.press('case.not_about')).reply;
      expect(shown).toMatchObject({ card: 'consent', fields: { desk: 'clerk' } });
      await app.say('send');
      expect((await app.cases())[0]?.desk).toBe('clerk');
    });

    it('where nobody is named who can be reached in Teams, it is not kept, and somebody is named to ask', async () => {
      const alone = await appOf({
        ...COUNCIL,
        alternate: { name: 'Anne Poole', title: 'chair', email: 'a@example.org' },
      });
      expect(textOf((await alone.say('ask clerk the clerk is bullying me')).reply)).toContain('a@example.org');
      const none = await appOf({ ...COUNCIL, alternate: undefined });
      const { reply } = await none.say('ask clerk the clerk is bullying me');
      expect(reply.card).toBe('about-clerk');
      expect(textOf(reply)).toContain(COUNCIL.contacts.standards);
      expect((await none.say('send')).reply.card).not.toBe('receipt');
      expect(await none.cases()).toEqual([]);
    });

    it('and nothing else does', async () => {
      for (const said of [
        'ask clerk may I film the meeting',
        'ask clerk Hi Priya, may I film the meeting',
        'ask clerk is the clerkship of a town a job',
        `ask clerk ${QUESTION}`,
      ])
        expect((await app.say(said)).reply.fields.desk).toBe('clerk');
    });
  });
});
