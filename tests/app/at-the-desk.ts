import type { CaseState } from '../../src/core/cases/case';
import type { Person, Press } from '../../src/core/model';
import type { Turn } from '../../src/core/reply';
import {
  type App,
  AS_CLERK,
  COUNCIL,
  type CouncilApp,
  JOE,
  KEN,
  PRIYA,
  SAM,
  SPEAKER,
  textOf,
  theApp,
  type Where,
} from './rig';

const AS_DEPUTY: Where = { ...AS_CLERK, from: KEN };
const QUESTION = 'May I film the planning meeting from the gallery?';
const ANSWER = 'Yes, from the public seats.';
const ANN: Person = { id: 'ann', name: 'Cllr Ann Webb' };

describe('the clerk’s desk', () => {
  let whole: App;
  let app: CouncilApp;
  beforeAll(async () => {
    whole = await theApp();
  });
  beforeEach(async () => {
    app = whole.newCouncil();
    await app.link([PRIYA.id, KEN.id]);
  });

  async function ask(question = QUESTION, from = SAM): Promise<string> {
    await app.say(`ask clerk ${question}`, { from });
    await app.say('send', { from });
    return (await app.cases(from))[0]?.id ?? '';
  }
  const theCase = async (from = SAM) => (await app.cases(from))[0];
  const act = (caseId: string, data: Press['data'], where: Where = AS_CLERK) =>
    app.press('case.do', { caseId, version: '1', ...data }, where);
  const news = ({ reply }: Turn) => reply.fields.news;

  describe('one clerk at a time', () => {
    it('whoever takes a case keeps everybody else from answering it', async () => {
      const caseId = await ask();
      const taken = await act(caseId, { act: 'take' });
      expect(taken.reply.fields).toMatchObject({
        state: 'taken',
        stateText: 'Taken, with Priya Shah',
        mayHandBack: true,
      });
      const late = await act(caseId, { act: 'answer', answer: ANSWER }, AS_DEPUTY);
      expect(news(late)).toBe(SPEAKER.say('already_taken', { name: PRIYA.name }));
      expect(late.reply.fields.typed).toBe(ANSWER);
      expect(await theCase()).toMatchObject({ state: 'taken', version: 2 });
      expect((await act(caseId, { act: 'answer', answer: ANSWER, version: '2' })).reply.fields.state).toBe('answered');
    });

    it.each(['take', 'answer'])(
      'of two who press "%s" in the same moment, one wins and the other is told',
      async (what) => {
        const caseId = await ask();
        await act(caseId, { act: 'take' }, AS_DEPUTY);
        const { version } = (await theCase()) ?? { version: 0 };
        await act(caseId, { act: 'hand_back', version: String(version) }, AS_DEPUTY);
        const press = (where: Where, answer: string) => act(caseId, { act: what, answer, version: '3' }, where);
        const turns = await Promise.all([press(AS_CLERK, 'One'), press(AS_DEPUTY, 'Two')]);
        const won = turns.filter((turn) => news(turn) === SPEAKER.say(`done_${what}`, { reference: 'C-0001' }));
        expect(won).toHaveLength(1);
        const lost = turns.find((turn) => !won.includes(turn));
        expect(lost?.reply.card).toBe('clerk-case');
        expect([lost?.reply.fields.version, lost?.reply.fields.state]).toEqual([4, won[0]?.reply.fields.state]);
        expect((await theCase())?.events).toHaveLength(4);
      },
    );

    it('can be taken over, handed back and passed on', async () => {
      const caseId = await ask();
      await act(caseId, { act: 'take' });
      const over = await app.say('take over c1', AS_DEPUTY);
      expect(over.reply.fields.stateText).toBe('Taken, with Ken Ford');
      expect((await app.say('hand back c1', AS_DEPUTY)).reply.fields.stateText).toBe('Waiting for an answer');
      const passed = await app.say('pass c1', AS_CLERK);
      expect(passed.reply.fields.stateText).toBe('Waiting for an answer, passed to Ken Ford');
      expect((await theCase())?.events.map(({ kind }) => kind)).toEqual([
        'opened',
        'taken',
        'taken_over',
        'handed_back',
        'passed',
      ]);
    });
  });

  describe('an old card', () => {
    it('changes nothing, says that it is out of date, and keeps what was typed', async () => {
      const caseId = await ask();
      await app.say('add c1 and on Sunday?');
      const turn = await act(caseId, { act: 'answer', answer: ANSWER });
      expect(news(turn)).toBe(SPEAKER.say('card_out_of_date'));
      expect(turn.reply.fields).toMatchObject({ version: 2, typed: ANSWER });
      expect(await theCase()).toMatchObject({ state: 'waiting', version: 2 });
    });

    it('pressed twice by the same clerk shows what the first press did', async () => {
      const caseId = await ask();
      const [first, second] = [
        await act(caseId, { act: 'answer', answer: ANSWER }),
        await act(caseId, { act: 'answer', answer: ANSWER }),
      ];
      expect(second.reply).toEqual(first.reply);
      expect((await theCase())?.events).toHaveLength(2);
    });

    it('pressed again with other words says that they were not sent, and keeps them', async () => {
      const caseId = await ask();
      await act(caseId, { act: 'answer', answer: ANSWER });
      const turn = await act(caseId, { act: 'answer', answer: 'Only with leave.' });
      expect(turn.reply.fields).toMatchObject({ news: SPEAKER.say('card_out_of_date'), typed: 'Only with leave.' });
      expect((await theCase())?.events).toHaveLength(2);
    });

    it('that is known to nobody is kept up to date once it is pressed, but nothing that was typed or a dialog is', async () => {
      const caseId = await ask();
      const post = () => whole.store.cases.postOf(app.tenant, caseId);
      await app.say('note c1 rang', AS_CLERK);
      await act(caseId, { act: 'note', answer: 'again', version: '2' }, { ...AS_CLERK, surface: 'dialog' });
      expect(await post()).toBeUndefined();
      await act(caseId, { act: 'take', version: '3' });
      expect(await post()).toBe('to:clerks');
      await whole.store.cases.adoptPost(app.tenant, caseId, 'post-1');
      await act(caseId, { act: 'hand_back', version: '4' });
      expect(await post()).toBe('post-1');
    });

    it('keeps what was typed into its box when something else is done first', async () => {
      const caseId = await ask();
      const taken = await act(caseId, { act: 'take', answer: ANSWER });
      expect(taken.reply.fields).toMatchObject({ state: 'taken', typed: ANSWER });
      expect((await act(caseId, { act: 'take', answer: ANSWER })).reply).toEqual(taken.reply);
      expect((await act(caseId, { act: 'answer', answer: ANSWER, version: '2' })).reply.fields.typed).toBe('');
    });

    it.each([
      ['of no case', { caseId: 'nothing' }],
      ['without a case', { caseId: '' }],
    ])('%s is refused politely', async (_, data) => {
      await ask();
      expect((await act('', { ...data, act: 'answer', answer: ANSWER })).reply.fields.text).toBe(
        SPEAKER.say('no_case_here'),
      );
    });

    it('with an act that is none shows help and changes nothing', async () => {
      const caseId = await ask();
      for (const what of ['', 'toString', 'delete']) expect((await act(caseId, { act: what })).reply.card).toBe('help');
      expect((await theCase())?.version).toBe(1);
    });
  });

  it.each<[string, string, CaseState, string]>([
    ['answer', `answer c1 ${ANSWER}`, 'answered', 'done_answer'],
    ['suggest words', 'wording c1: We meet on Monday.', 'answered', 'done_wording'],
    ['leave it to the official channel', 'official channel C-0001', 'answered', 'done_official_channel'],
    ['ask for more', 'ask more c1 Which meeting is it?', 'needs_more', 'done_ask_more'],
    ['note something for the record', 'note c1 told the monitoring officer', 'waiting', 'done_note'],
    ['take it', 'take c1', 'taken', 'done_take'],
    ['close it', 'close c1 as not needed', 'closed', 'done_close'],
  ])('a clerk can %s by typing', async (_, typed, state, done) => {
    await ask();
    const turn = await app.say(typed, AS_CLERK);
    expect(news(turn)).toBe(SPEAKER.say(done, { reference: 'C-0001' }));
    expect((await theCase())?.state).toBe(state);
  });

  it.each(['answer c1', 'wording c1', 'ask more c1', 'note c1'])('"%s" without words sends nothing', async (typed) => {
    await ask();
    expect(news(await app.say(typed, AS_CLERK))).toBe(SPEAKER.say('wrong_answer_empty'));
    expect((await theCase())?.version).toBe(1);
  });

  it.each(['answer', 'take please', '/close', '/open the window'])(
    '"%s" asks for the number of the case',
    async (typed) => {
      await ask();
      expect((await app.say(typed, AS_CLERK)).reply.fields.text).toBe(SPEAKER.say('no_reference'));
    },
  );

  it('a note for the record is never shown to the councillor', async () => {
    await ask();
    await app.say('note c1 Quillfeather complained before', AS_CLERK);
    expect(textOf((await app.say('status c1')).reply)).not.toContain('Quillfeather');
    expect(textOf((await app.say('open c1', AS_CLERK)).reply)).toContain('Quillfeather');
  });

  it('a closed case says with what it ended, and can be opened again by either side', async () => {
    await ask();
    await app.say('close c1 as monitoring officer', AS_CLERK);
    expect((await theCase())?.events.at(-1)).toMatchObject({ kind: 'closed', why: 'monitoring_officer' });
    expect(news(await app.say('reopen c1', AS_CLERK))).toBe(SPEAKER.say('done_reopen', { reference: 'C-0001' }));
    await app.say('close c1', AS_CLERK);
    expect(news(await app.say('reopen c1'))).toBe(SPEAKER.say('reopened', { reference: 'C-0001' }));
    expect((await theCase())?.state).toBe('waiting');
    await app.say('cancel c1');
    await app.press('case.reopen', { reference: 'C-0001' });
    expect((await theCase())?.state).toBe('waiting');
  });

  it('the dialog shows everything and does what is chosen in it', async () => {
    const caseId = await ask();
    const opened = await app.press('case.open', { caseId }, { ...AS_CLERK, surface: 'dialog' });
    expect(opened.reply).toMatchObject({ card: 'case-desk', fields: { first: 'answer', mayTake: true } });
    expect((await theCase())?.delivery.opened).toBeDefined();
    const passed = await act(caseId, { act: 'pass', choice: 'advised' }, { ...AS_CLERK, surface: 'dialog' });
    expect(passed.reply).toMatchObject({
      card: 'case-desk',
      fields: { news: SPEAKER.say('done_pass', { reference: 'C-0001' }) },
    });
  });

  it('the card and the list say once by when an answer is due', async () => {
    await ask();
    for (const typed of ['open c1', 'cases']) {
      const text = textOf((await app.say(typed, AS_CLERK)).reply);
      expect(text.match(/answer by/giu)).toHaveLength(1);
    }
  });

  it.each([
    `C1 answer ${ANSWER}`,
    `C-0001: answer ${ANSWER}`,
    `answer to c1: ${ANSWER}`,
    `reply to case C-0001 ${ANSWER}`,
    `answers c1 ${ANSWER}`,
    `Answer C–0001 – ${ANSWER}`,
  ])('"%s" is an answer too', async (typed) => {
    await ask();
    await app.say(typed, AS_CLERK);
    expect((await theCase())?.events.at(-1)).toMatchObject({ kind: 'answered', text: ANSWER });
  });

  it('a number alone opens the case for the clerk, and shows it to its councillor', async () => {
    await ask();
    expect((await app.say('c1', AS_CLERK)).reply.card).toBe('clerk-case');
    expect((await app.say('C-0001')).reply.card).toBe('case-status');
    expect((await app.say('c1', { from: JOE })).reply.fields.text).toBe(SPEAKER.say('no_such_case'));
  });

  it('in the thread of a case its number need not be typed', async () => {
    const caseId = await ask();
    await ask('May I write about the new bus shelter?', JOE);
    await whole.store.cases.adoptPost(app.tenant, caseId, 'post-of-sam');
    const inThread = (text: string, post: string) =>
      whole.assistant.onMessage({ ...app.message(text, AS_CLERK), address: `to:thread of ${post}` });
    expect((await inThread(`answer ${ANSWER}`, 'another post'))?.reply.card).not.toBe('clerk-case');
    expect((await theCase())?.version).toBe(1);
    await inThread('take', 'post-of-sam');
    await inThread(`answer ${ANSWER}`, 'post-of-sam');
    expect((await theCase())?.events.map(({ kind }) => kind)).toEqual(['opened', 'taken', 'answered']);
    expect((await theCase(JOE))?.version).toBe(1);
  });

  it('help shows nobody what they cannot use', async () => {
    const shown = async (where: Where) => textOf((await app.say('help', where)).reply);
    expect(await shown({})).not.toContain('hand back');
    expect(await shown({ ...AS_CLERK, from: SAM })).not.toContain('hand back');
    const clerks = await shown(AS_CLERK);
    for (const words of ['hand back', 'close a case number', 'guidance', 'log a case']) expect(clerks).toContain(words);
    expect(clerks).not.toContain('forget me');
    const alternate = await shown({ from: { id: COUNCIL.alternate?.id ?? '', name: 'Anne Poole' } });
    for (const words of ['answer a case number', 'forget me']) expect(alternate).toContain(words);
    expect(alternate).not.toContain('retire');
  });

  it('a number that is none is not looked for among the clerk’s own questions', async () => {
    const { reply } = await app.say('answer c42 yes', AS_CLERK);
    expect(reply.fields.text).toBe(SPEAKER.say('no_case_here'));
  });

  it('an empty dialog answer keeps the case as it is', async () => {
    const caseId = await ask();
    const turn = await act(caseId, { act: 'answer', answer: ' ' }, { ...AS_CLERK, surface: 'dialog' });
    expect(turn.reply).toMatchObject({ card: 'case-desk', fields: { news: SPEAKER.say('wrong_answer_empty') } });
  });

  describe('the same question of several councillors', () => {
    const SAME = 'may I film the planning meeting from the gallery';

    it('is answered once, to each in private, and none learns of the others', async () => {
      const caseId = await ask();
      await ask(SAME, JOE);
      await ask(`${SAME}?`, ANN);
      expect((await theCase(JOE))?.joined).toBe(caseId);
      const card = textOf((await app.say('open c1', AS_CLERK)).reply);
      for (const part of ['C-0002', 'C-0003', JOE.name]) expect(card).toContain(part);
      await act(caseId, { act: 'answer', answer: ANSWER });
      for (const person of [SAM, JOE, ANN]) {
        const mine = await theCase(person);
        expect([person.name, mine?.state]).toEqual([person.name, 'answered']);
        const text = textOf((await app.say(`status ${mine?.reference}`, { from: person })).reply);
        expect(text).toContain(ANSWER);
        for (const other of [SAM, JOE, ANN].filter((one) => one !== person)) expect(text).not.toContain(other.name);
      }
    });

    it('what the first one goes on to ask is answered to nobody else, and the card says so', async () => {
      const caseId = await ask();
      await ask(SAME, JOE);
      await app.say(`answer c1 ${ANSWER}`, AS_CLERK);
      await app.say('answer c1 Sorry: only with leave.', AS_CLERK);
      expect((await theCase(JOE))?.events).toHaveLength(3);
      await app.say('add c1 and may I sell the film?');
      expect((await app.press('case.open', { caseId }, AS_CLERK)).reply.fields.joined).toEqual([]);
      await app.say('answer c1 You may not sell it.', AS_CLERK);
      await app.say('close c1', AS_CLERK);
      expect(await theCase(JOE)).toMatchObject({ state: 'answered', version: 3 });
    });

    it('is answered once also when the reference of another one is typed, and not past the clerk who has it', async () => {
      await ask();
      await ask(SAME, JOE);
      await app.say('take c1', AS_CLERK);
      expect(news(await app.say(`answer c2 ${ANSWER}`, AS_DEPUTY))).toBe(
        SPEAKER.say('already_taken', { name: PRIYA.name }),
      );
      await app.say('note c2 Joe rang as well', AS_CLERK);
      await app.say(`answer c2 ${ANSWER}`, AS_CLERK);
      for (const person of [SAM, JOE]) expect((await theCase(person))?.state).toBe('answered');
      expect((await theCase(JOE))?.events.map(({ kind }) => kind)).toEqual(['opened', 'noted', 'answered']);
    });

    it('asks each of them for more, and answers also who has not said more', async () => {
      await ask();
      await ask(SAME, JOE);
      await app.say('ask more c1 Which meeting is it?', AS_CLERK);
      expect((await theCase(JOE))?.state).toBe('needs_more');
      await app.say('add c1 the one on Monday');
      await app.say(`answer c1 ${ANSWER}`, AS_CLERK);
      expect((await theCase(JOE))?.state).toBe('answered');
    });

    it('what one of them adds stands by itself afterwards', async () => {
      const caseId = await ask();
      await ask(SAME, JOE);
      await act(caseId, { act: 'answer', answer: ANSWER });
      await app.say('add c2 and may I speak?', { from: JOE });
      expect(await theCase(JOE)).toMatchObject({ state: 'followed_up' });
      expect((await theCase(JOE))?.joined).toBeUndefined();
      expect((await theCase(SAM))?.events).toHaveLength(2);
      expect(textOf((await app.say('status c1')).reply)).not.toContain('may I speak');
    });

    it('when the first one is withdrawn, the others are not lost', async () => {
      await ask();
      await ask(SAME, JOE);
      await ask(SAME, ANN);
      await app.say('cancel c1');
      for (const person of [JOE, ANN]) {
        expect((await theCase(person))?.joined).toBeUndefined();
        expect((await theCase(person))?.state).toBe('waiting');
      }
      await app.say(`answer c2 ${ANSWER}`, AS_CLERK);
      expect((await theCase(ANN))?.state).toBe('waiting');
    });

    it('when another one is withdrawn, the first is as it was', async () => {
      await ask();
      await ask(SAME, JOE);
      await app.say('cancel c2', { from: JOE });
      await app.say(`answer c1 ${ANSWER}`, AS_CLERK);
      expect([(await theCase(SAM))?.state, (await theCase(JOE))?.state]).toEqual(['answered', 'withdrawn']);
    });

    it.each([
      [
        'with a draft',
        async () => {
          await app.say('check: The mayor is a crook, end of', { from: JOE });
          await app.say(`ask clerk ${SAME}`, { from: JOE });
          await app.say('send both', { from: JOE });
        },
      ],
      [
        'in danger',
        async () => {
          await app.say('he is outside my house with a knife', { from: JOE });
          await app.say('tell the clerk', { from: JOE });
          await app.say('send', { from: JOE });
        },
      ],
      ['on another matter', async () => ask('May I use the council crest on my page?', JOE)],
    ])('a question %s is not joined to it', async (_, other) => {
      await ask();
      await other();
      expect((await theCase(JOE))?.joined).toBeUndefined();
    });

    it('a councillor who asks twice has two cases', async () => {
      await ask();
      await ask(SAME);
      expect((await app.cases()).map(({ joined }) => joined)).toEqual([undefined, undefined]);
    });
  });

  it('two who send without the number of their consent have a case each, and see only their own', async () => {
    for (const [from, question] of [
      [SAM, 'May I film?'],
      [JOE, 'May I wear the chain?'],
    ] as const) {
      const { reply } = await app.press('case.send', { question, desk: 'clerk' }, { from });
      expect(reply.fields.question).toBe(question);
      expect(await app.cases(from)).toHaveLength(1);
    }
  });

  it('what a councillor adds to a case that is over is not sent, and is shown again', async () => {
    await ask();
    await app.say('cancel c1');
    const added = await app.press('case.more', { reference: 'C-0001', more: 'And on Sunday?' });
    expect(news(added)).toBe(SPEAKER.say('not_added', { words: 'And on Sunday?' }));
    expect(news(await app.say('close c1'))).toBe(SPEAKER.say('not_possible_mine'));
    expect((await theCase())?.version).toBe(2);
  });

  describe('asking without a name', () => {
    it('shows the name on no card of the desk, not even after more was said', async () => {
      await app.say(`ask clerk ${QUESTION}`);
      await app.say('send without my name');
      const caseId = (await theCase())?.id ?? '';
      await app.say('add c1 and on Sunday?');
      await act(caseId, { act: 'answer', answer: ANSWER, version: '2' });
      for (const surface of ['card', 'dialog'] as const) {
        const { reply } = await app.press('case.open', { caseId }, { ...AS_CLERK, surface });
        expect(textOf(reply)).not.toContain(SAM.name);
        expect(textOf(reply)).toContain(SPEAKER.say('asked_nameless'));
      }
      expect(textOf((await app.say('status c1')).reply)).toContain(ANSWER);
    });

    it('is chosen on the card as well', async () => {
      const { requestId } = (await app.say(`ask clerk ${QUESTION}`)).reply.fields;
      const data = {
        requestId: String(requestId),
        question: QUESTION,
        with: 'question',
        name: 'hide',
        wanted: 'today',
      };
      await app.press('case.send', data);
      expect(await theCase()).toMatchObject({ nameless: true, about: { wanted: 'today' } });
    });
  });

  it('what was marked in a draft stands on the clerk’s card', async () => {
    await app.say('check: Brian Lusby got that contract because of brown envelopes, end of');
    await app.say('ask clerk');
    await app.say('send both');
    const { about } = (await theCase()) ?? {};
    expect(about?.flags?.length).toBeGreaterThan(0);
    const text = textOf((await app.say('open c1', AS_CLERK)).reply);
    for (const { words } of about?.flags ?? []) expect(text).toContain(words);
  });
});
