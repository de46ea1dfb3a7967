import { type App, AS_CLERK, type CouncilApp, JOE, SPEAKER, textOf, theApp } from './rig';

describe('what is understood from more than the words alone', () => {
  let whole: App;
  let app: CouncilApp;
  beforeAll(async () => {
    whole = await theApp();
  });
  beforeEach(async () => {
    app = whole.newCouncil();
    await app.link();
  });

  const FIRST = 'Should I use the same password for all my accounts?';
  const FURTHER = 'and for instagram?';

  it('a short question goes on from the one before it', async () => {
    const first = await app.say(FIRST);
    const further = await app.say(FURTHER);
    expect(further.outcome).toBe('answer');
    expect(further.passages[0]?.id).toBe(first.passages[0]?.id);
  });

  it('but not from what somebody else asked, nor from another conversation', async () => {
    const alone = await app.say(FURTHER, { conversation: 'fresh' });
    await app.say(FIRST);
    for (const where of [{ from: JOE }, { conversation: 'other' }])
      expect((await app.say(FURTHER, where)).passages).toEqual(alone.passages);
  });

  it('a short message that is clear by itself is taken by itself', async () => {
    await app.say(FIRST);
    expect((await app.say('thanks')).outcome).toBe('chitchat');
    expect((await app.say('golden rule')).outcome).toBe('golden_rule');
  });

  it.each([
    'three weeks of being called names by people I went to school with, I dread my phone',
    'They laugh at my accent under every post and it wears me down',
  ])('somebody who is worn down by abuse gets the steps against it: "%s"', async (said) => {
    const turn = await app.say(said);
    expect([turn.outcome, turn.reply.card]).toEqual(['abuse_steps', 'abuse-steps']);
  });

  it('the clerk’s card says what the question sounds like, and names no words of it', async () => {
    await app.say('will the council pay my solicitor if I am sued over a tweet');
    await app.say('ask clerk');
    await app.say('send');
    const [sent] = await app.cases();
    const title = SPEAKER.knowledge.topics.find(({ id }) => id === 'legal-cover')?.title ?? '';
    expect(sent?.soundsLike).toContain(title);
    const card = textOf((await app.press('case.open', { caseId: sent?.id ?? '' }, AS_CLERK)).reply);
    expect(card).toContain(sent?.soundsLike);
  });

  it('a call for help sounds like nothing', async () => {
    await app.say('someone said they will smash my windows');
    await app.say('ask clerk');
    await app.say('send');
    expect((await app.cases())[0]?.soundsLike).toBeUndefined();
  });
});
