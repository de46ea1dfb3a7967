import type { Turn } from '../../src/core/reply';
import { type App, type CouncilApp, SPEAKER, theApp } from './rig';

describe('where others read along', () => {
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

  describe.each(['group', 'channel'] as const)('in a %s', (scope) => {
    beforeEach(async () => {
      await app.say('ask clerk may I film the secret meeting');
      await app.say('send');
    });

    it.each([
      `check: ${DRAFT}`,
      `can I post this? "${DRAFT}"`,
      '/check',
      'ask clerk may I film the secret meeting',
      'my cases',
      'status C-0001',
      'add C-0001 the secret bit',
      'close C-0001',
      'cancel C-0001',
      'cancel',
    ])('"%s" is asked to come to the private chat', async (said) => {
      await expectPrivatePlease(await app.say(said, { scope }));
    });

    it.each([
      ['ask clerk', {}],
      ['check', {}],
      ['check.draft', { draft: DRAFT }],
      ['case.send', { requestId: 'r', question: 'the secret meeting', with: 'question' }],
      ['case.more', { reference: 'C-0001', more: 'the secret bit' }],
      ['case.close', { reference: 'C-0001' }],
      ['case.withdraw', { reference: 'C-0001' }],
      ['status', { reference: 'C-0001' }],
      ['my cases', {}],
    ] as const)('the button "%s" is asked to come to the private chat', async (verb, data) => {
      await expectPrivatePlease(await app.press(verb, data, { scope }));
    });

    async function expectPrivatePlease({ reply }: Turn): Promise<void> {
      expect(reply).toEqual(SPEAKER.note('private_please'));
      expect(JSON.stringify(reply)).not.toMatch(/secret|Brian|C-0001/u);
      const cases = await app.cases();
      expect(cases).toMatchObject([{ state: 'waiting', version: 1 }]);
    }

    it('rules, help and danger are answered all the same', async () => {
      const cards = [];
      for (const said of ['rules', 'help', 'he is outside my house with a knife'])
        cards.push((await app.say(said, { scope })).reply.card);
      expect(cards).toEqual(['rules', 'help', 'urgent']);
    });
  });
});
