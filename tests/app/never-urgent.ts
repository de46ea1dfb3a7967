import type { Scope } from '../../src/core/model';
import { POLICY_FILE } from './known-words';
import { type App, COUNCIL, type CouncilApp, KNOWLEDGE, SAM, SPEAKER, textOf, theApp } from './rig';

describe('danger', () => {
  let whole: App;
  let app: CouncilApp;
  beforeAll(async () => {
    whole = await theApp();
  });
  beforeEach(async () => {
    app = whole.newCouncil();
    await app.link();
  });

  const DANGERS = [
    'he is outside my house with a knife',
    'HE IS OUTSIDE MY HOUSE',
    'i cant go on anymore',
    'someone said they will smash my windows',
    'a resident told me her dad hits her',
    'i swear i will batter him',
  ];

  describe('N6: danger comes first and is never answered with a quotation alone', () => {
    it.each([
      ['at once', [], (danger: string) => danger],
      ['while a draft is awaited', ['check'], (danger: string) => danger],
      ['while a consent card is open', ['ask clerk may I film'], (danger: string) => danger],
      ['after a choice', ['good to go?'], (danger: string) => danger],
      ['behind a command', [], (danger: string) => `ask clerk ${danger}`],
      ['behind a slash', [], (danger: string) => `/help ${danger}`],
      ['beside a question', [], (danger: string) => `Can I block somebody? ${danger}. What does the policy say?`],
      ['at the end of 5,000 letters', [], (danger: string) => `${'word '.repeat(1000)} ${danger}`],
      ['with a picture', [], (danger: string) => danger],
    ] as const)('%s', async (when, before, say) => {
      for (const [at, danger] of DANGERS.entries()) {
        const where = { from: { id: `${at}`, name: 'A' }, attachments: when === 'with a picture' };
        for (const said of before) await app.say(said, where);
        const turn = await app.say(say(danger), where);
        expect([danger, turn.outcome, turn.reply.card, turn.passages]).toEqual([danger, 'urgent', 'urgent', []]);
        expect(textOf(turn.reply).split('\n').find(Boolean)).toMatch(/in danger now.*999/u);
        expect(turn.reply.notice).toBe(`If anyone is in danger, call ${COUNCIL.contacts.emergency}`);
      }
      expect(await app.cases()).toEqual([]);
    });

    it('inside a draft, when it is about a life', async () => {
      for (const danger of ['he is outside my house with a knife', 'i cant go on anymore'])
        expect((await app.say(`check: ${danger}`)).outcome).toBe('urgent');
    });

    it.each(['personal', 'group', 'channel'] as const satisfies readonly Scope[])(
      'in a %s conversation',
      async (scope) => {
        expect((await app.say(DANGERS[0] ?? '', { scope })).outcome).toBe('urgent');
      },
    );

    it('with each level’s own first line, which is ours and not a quotation', () => {
      for (const { first, steps } of KNOWLEDGE.urgent) {
        expect(first).toContain(COUNCIL.contacts.emergency);
        expect(POLICY_FILE).not.toContain(first);
        expect(steps.length).toBeGreaterThan(0);
      }
    });

    it('the words of danger do not go to the clerk; the wish for help does, at once, marked and with the number again', async () => {
      await app.say('he is outside my house with a knife');
      const consent = (await app.press('ask clerk')).reply;
      expect(consent.fields).toMatchObject({ urgent: true, question: SPEAKER.say('urgent_question') });
      const receipt = await app.say('send');
      expect(textOf(receipt.reply)).toContain(SPEAKER.say('urgent_sent'));
      expect(SPEAKER.say('urgent_sent')).toContain('999');
      expect(app.wakes).toHaveLength(1);
      expect(await app.cases()).toMatchObject([{ reason: 'urgent', councillor: SAM }]);
      expect(JSON.stringify(await app.cases())).not.toContain('knife');
      const now = Date.now();
      const due = await whole.store.outbox.claim(now, now, 1000);
      expect(due).toContainEqual(expect.objectContaining({ kind: 'clerk-post', tenant: app.tenant }));
    });

    it('the steps against abuse begin with the number too', async () => {
      const text = textOf((await app.say('abuse')).reply);
      expect(text.indexOf('999')).toBeGreaterThan(-1);
      expect(text.indexOf('999')).toBeLessThan(text.indexOf('Steps from the policy'));
      expect((await app.press('ask clerk', { reason: 'urgent' })).reply.fields.urgent).toBe(true);
    });

    it.each(['we are killing two birds with one stone here', 'he is threatening to complain about me'])(
      'though not where nobody is in danger: %s',
      async (said) => {
        expect((await app.say(said)).outcome).not.toBe('urgent');
      },
    );
  });
});
