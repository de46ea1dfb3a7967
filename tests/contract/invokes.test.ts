import fc from 'fast-check';
import * as teams from './rig/activities';
import { anyValue } from './rig/any-activity';
import { post } from './rig/client';
import { startEcho } from './rig/echo';

const NOWHERE = { serviceUrl: '' };
const IN_CHANNEL = { ...NOWHERE, scope: 'channel', person: teams.PRIYA, thread: '77' } as const;

describe('an invoke', () => {
  let rig: Awaited<ReturnType<typeof startEcho>>;
  beforeAll(async () => {
    rig = await startEcho({ deadlineMs: 400, searchMs: 50 });
  });
  afterAll(() => rig.close());
  beforeEach(() => {
    rig.lines.length = 0;
  });
  afterEach(() => {
    expect(rig.faults).toEqual([]);
    expect(rig.connector.calls).toEqual([]);
  });

  async function send(activity: teams.TeamsActivity) {
    const response = await post(rig.port, { ...activity, serviceUrl: rig.connector.url });
    expect(response.status).toBe(200);
    return JSON.parse(response.body);
  }

  describe('of a dialog', () => {
    it.each([
      ['opens from a button of a card', teams.fetchDialog],
      ['shows the next card after a button in it', teams.submitDialog],
    ])('%s, and the press is that of the channel', async (_, make) => {
      const answer = await send(make(IN_CHANNEL, 'case.open', { data: { reference: 'C-0042', box: 7 } }));
      expect(answer).toEqual({
        task: {
          type: 'continue',
          value: {
            title: 'Golden Rule',
            height: 'large',
            width: 'medium',
            card: { contentType: 'application/vnd.microsoft.card.adaptive', content: expect.anything() },
          },
        },
      });
      const { text } = answer.task.value.card.content.body[0];
      expect(text).toBe(
        `you pressed: case.open {"reference":"C-0042","box":"7"} dialog of Priya Shah in channel ${teams.CHANNEL}`,
      );
    });

    it('in a private chat is a press in that chat', async () => {
      const answer = await send(teams.fetchDialog(NOWHERE, 'see'));
      expect(JSON.stringify(answer)).toContain('dialog of Sam Hill in personal a:1-29:sam');
    });

    it.each([
      teams.fetchDialog(IN_CHANNEL, 'close'),
      teams.submitDialog(IN_CHANNEL, 'close'),
      teams.checkSubmit(NOWHERE, { verb: 'close' }),
    ])('ends with the first lines of what is said: $name', async (activity) => {
      expect(await send(activity)).toEqual({ task: { type: 'message', value: 'one\ntwo\nthree' } });
    });

    it('says nothing of its end on a card, which is drawn again', async () => {
      const answer = await send(teams.execute(NOWHERE, 'close'));
      expect(answer).toMatchObject({ type: 'application/vnd.microsoft.card.adaptive' });
    });

    it.each([teams.fetchDialog(IN_CHANNEL, 'throw'), teams.submitDialog(IN_CHANNEL, 'throw')])(
      'shows the apology in it when the turn fails: $name',
      async (activity) => {
        const answer = await send(activity);
        expect(answer).toMatchObject({ task: { type: 'continue', value: { card: { content: expect.anything() } } } });
        expect(JSON.stringify(answer)).toContain('"text":"sorry"');
        expect(rig.lines.map(({ message }) => message)).toEqual(['A turn failed.']);
        expect(JSON.stringify(rig.lines)).not.toContain('secret words');
      },
    );

    it.each([
      ['nothing', {}],
      ['no verb', { data: { box: 'words' } }],
      ['an empty verb', { data: { verb: '' } }],
      ['a list', { data: [{ verb: 'see' }] }],
      ['text', 'see'],
    ])('that brings %s belongs to nobody', async (_, value) => {
      for (const make of [teams.fetchDialog, teams.submitDialog]) {
        const activity = { ...make(NOWHERE, 'see'), serviceUrl: rig.connector.url, value };
        expect((await post(rig.port, activity)).status).toBe(404);
      }
    });
  });

  describe('of a search', () => {
    it('lists what is found, each with a preview and its card', async () => {
      const { composeExtension } = await send(teams.search(IN_CHANNEL, ' 2 '));
      expect(composeExtension).toMatchObject({ type: 'result', attachmentLayout: 'list' });
      expect(composeExtension.attachments).toEqual(
        Array(2).fill({
          contentType: 'application/vnd.microsoft.card.adaptive',
          content: expect.objectContaining({ body: [{ type: 'TextBlock', text: 'card 2' }] }),
          preview: {
            contentType: 'application/vnd.microsoft.card.thumbnail',
            content: { title: '2', text: `searchGuidance of Priya Shah in channel ${teams.CHANNEL}` },
          },
        }),
      );
    });

    it('that was just opened looks for no words', async () => {
      expect(await titles(teams.search(NOWHERE))).toEqual(['']);
    });

    it('lists ten at most, and has no second page', async () => {
      expect(await titles(teams.search(NOWHERE, '12'))).toHaveLength(10);
      expect(await titles(teams.search(NOWHERE, '12', { queryOptions: { skip: 25, count: 25 } }))).toEqual([]);
      expect(await titles(teams.search(NOWHERE, '12', { queryOptions: null }))).toHaveLength(10);
    });

    it.each([
      ['signs that could begin a tag', '<b>x</b> & 1 < 2', '\u2039b>x\u2039/b> & 1 < 2'],
      ['signs that nobody sees', 'a\u202eb\ud800', 'ab\ufffd'],
      ['too many words', '\u{1f33b}'.repeat(240), '\u{1f33b}'.repeat(200)],
    ])('shows in a preview no %s', async (_, query, title) => {
      expect(await titles(teams.search(NOWHERE, query))).toEqual([title]);
    });

    it.each(['throw', 'never'])('that fails or takes too long says so in the list: %s', async (query) => {
      expect(await send(teams.search(NOWHERE, query))).toEqual({
        composeExtension: { type: 'message', text: 'sorry' },
      });
      expect(JSON.stringify(rig.lines)).not.toMatch(/secret words|never/u);
    });

    it.each([
      ['parameters that are no list', { parameters: 'query' }],
      ['parameters without a name', { parameters: [null, 7, { value: 'x' }] }],
      ['a box that holds no text', { parameters: [{ name: 'query', value: { a: 1 } }] }],
    ])('with %s looks for no words', async (_, value) => {
      expect(await titles(teams.search(NOWHERE, 'x', value))).toEqual(['']);
    });

    it.each([undefined, '', 7])('for the command %j belongs to nobody', async (commandId) => {
      const activity = { ...teams.search(NOWHERE, 'x', { commandId }), serviceUrl: rig.connector.url };
      expect((await post(rig.port, activity)).status).toBe(404);
    });

    async function titles(activity: teams.TeamsActivity): Promise<readonly string[]> {
      const { composeExtension } = await send(activity);
      return composeExtension.attachments.map(
        ({ preview }: { readonly preview: { readonly content: { readonly title: string } } }) => preview.content.title,
      );
    }
  });

  it.each(['task/fetch', 'task/submit', 'composeExtension/query', 'composeExtension/submitAction'])(
    '%s never ends in 5xx, whatever it holds',
    async (name) => {
      await fc.assert(
        fc.asyncProperty(anyValue, async (value) => {
          const activity = { ...teams.fetchDialog({ serviceUrl: rig.connector.url }, 'see'), name, value };
          expect((await post(rig.port, activity)).status).toBeLessThan(500);
        }),
        { numRuns: 150, seed: 42 },
      );
    },
    60_000,
  );
});
