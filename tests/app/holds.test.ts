import type { Case } from '../../src/core/cases/case';
import { type App, AS_CLERK, type CouncilApp, JOE, SAM, SPEAKER, textOf, theApp } from './rig';

describe('holds and the access log, as the clerk uses them', () => {
  let whole: App;
  let app: CouncilApp;
  let one: Case;
  beforeAll(async () => {
    whole = await theApp();
  });
  afterAll(() => whole.close());
  beforeEach(async () => {
    app = whole.newCouncil();
    await app.link();
    one = await ask('May I film the allotments on Sunday morning?');
  });

  async function ask(question: string, from = SAM): Promise<Case> {
    await app.say(`ask clerk ${question}`, { from });
    await app.say('send', { from });
    const [newest] = await app.cases(from);
    if (!newest) throw new Error('The question was not sent.');
    return newest;
  }

  const say = async (text: string) => textOf((await app.say(text, AS_CLERK)).reply);
  const log = () => whole.store.access.ofCases(app.tenant, [one.id], 50);

  it('a hold needs a reason, and so does its end', async () => {
    expect(await say('hold C-0001')).toContain(SPEAKER.say('why_held', { reference: 'C-0001' }));
    expect(await whole.store.cases.byId(app.tenant, one.id)).not.toHaveProperty('held');
    await say('hold C-0001 a request');
    expect(await say('release C-0001')).toContain(SPEAKER.say('why_released', { reference: 'C-0001' }));
    expect(await whole.store.cases.byId(app.tenant, one.id)).toHaveProperty('held');
  });

  it('a hold is noted on the card and in the log, and so is its end', async () => {
    expect(await say('hold C-0001 a request for information')).toContain(
      SPEAKER.say('done_held', { reference: 'C-0001' }),
    );
    expect(await say('open C-0001')).toContain(SPEAKER.say('case_held'));
    expect(await say('release C-0001 it was answered')).toContain(
      SPEAKER.say('done_released', { reference: 'C-0001' }),
    );
    expect(await say('open C-0001')).not.toContain(SPEAKER.say('case_held'));
    const shown = await say('log C-0001');
    expect(shown).toMatch(/put C-0001 on hold.*a request for information/u);
    expect(shown).toMatch(/ended the hold on C-0001.*it was answered/u);
  });

  it.each([
    ['hold C-0001 again', 'hold C-0001 a request', 'already_held'],
    ['release C-0001 again', 'open C-0001', 'already_released'],
  ])('"%s" says that it is so already', async (said, before, name) => {
    await say(before);
    expect(await say(said)).toContain(SPEAKER.say(name, { reference: 'C-0001' }));
  });

  it('a case whose words are gone cannot be held', async () => {
    await app.say('cancel C-0001');
    await app.say('forget me yes');
    expect(await say('hold C-0001 too late')).toContain(SPEAKER.say('wiped_already', { reference: 'C-0001' }));
  });

  it('each opening and each card that is shown after a step is noted', async () => {
    await say('open C-0001');
    await app.press('case.open', { caseId: one.id }, AS_CLERK);
    await say('take C-0001');
    expect((await log()).map(({ action, by }) => [action, by.name])).toEqual(
      Array.from({ length: 3 }, () => ['opened', 'Priya Shah']),
    );
  });

  it('an opening is noted for those too that are joined, because their words are shown', async () => {
    const joined = await ask('May I film the allotments on Sunday morning?', JOE);
    await say('open C-0001');
    expect(await whole.store.access.ofCases(app.tenant, [joined.id], 9)).toMatchObject([{ action: 'opened' }]);
  });

  it('what cannot be noted is not shown', async () => {
    const add = jest.spyOn(whole.store.access, 'add').mockRejectedValueOnce(new Error('no room'));
    await expect(say('open C-0001')).rejects.toThrow('no room');
    add.mockRestore();
  });

  it('a refusal leaves no line', async () => {
    await app.say('open C-0001', { ...AS_CLERK, from: JOE });
    await app.say('log C-0001', { ...AS_CLERK, from: JOE });
    expect(await log()).toEqual([]);
  });

  it('the log says so when nobody has looked', async () => {
    expect(await say('log C-0001')).toContain(SPEAKER.say('access_none'));
  });

  it('a long log shows the latest lines and how many are left', async () => {
    for (let i = 0; i < 10; i++) {
      await say(`hold C-0001 reason ${i}`);
      await say(`release C-0001 end ${i}`);
    }
    const shown = await say('log C-0001');
    expect(shown).toContain('end 9');
    expect(shown).not.toContain('reason 0');
    expect(shown).toContain(SPEAKER.say('access_more', { count: '5' }));
  });

  it.each(['hold', 'release', 'log'])('"%s" without a case asks for its number', async (word) => {
    const turn = await app.say(`/${word} something`, AS_CLERK);
    expect(turn.reply.fields.text).toBe(SPEAKER.say('no_reference'));
  });
});
