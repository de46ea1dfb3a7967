import fc from 'fast-check';
import { AS_CLERK, type CouncilApp, textOf, theApp } from './rig';

// Traps in which other assistants of this kind are caught. Which test is about which trap stands in docs/reliability.md.

let app: CouncilApp;
beforeEach(async () => {
  app = (await theApp()).newCouncil();
  await app.link();
});
afterAll(async () => (await theApp()).close());

it('what a councillor types reaches the clerk letter by letter, and so does the answer the councillor', async () => {
  const question = 'May I thank Zoë McDonagh-O’Hara of the WI on *X*?  It is for VE Day.';
  const draft = 'THANK YOU, Zoë!  #VEDay';
  const answer = 'Yes: ask Zoë FIRST.  Then *do*.';
  const sent = { requestId: 'one', question, draft, with: 'draft' };
  expect(textOf((await app.press('case.send', sent)).reply)).toContain(question);
  const [one] = await app.cases();
  expect(one).toMatchObject({ question, draft });
  const atDesk = textOf((await app.press('case.open', { caseId: one?.id ?? '' }, AS_CLERK)).reply);
  for (const words of [question, draft]) expect(atDesk).toContain(words);
  const done = { act: 'answer', caseId: one?.id ?? '', version: '1', answer };
  expect((await app.press('case.do', done, AS_CLERK)).reply.fields.state).toBe('answered');
  expect(textOf((await app.say('status c1')).reply)).toContain(answer);
});

it('nothing that is typed is met with silence', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 200 }), async (text) => {
      const { reply } = await app.say(text);
      expect(textOf(reply).trim()).not.toBe('');
      expect(reply.notice).not.toBe('');
    }),
    { numRuns: 200, seed: 7 },
  );
});
