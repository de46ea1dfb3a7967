import { connect } from 'node:net';
import fc from 'fast-check';
import { execute, message, type TeamsActivity } from './rig/activities';
import { anyActivity } from './rig/any-activity';
import { get, post, postChunks } from './rig/client';
import { startEcho } from './rig/echo';

const LIMIT = 256 * 1024;

describe('the HTTP edge', () => {
  let rig: Awaited<ReturnType<typeof startEcho>>;
  beforeAll(async () => {
    rig = await startEcho({ deadlineMs: 300 });
  });
  afterAll(() => rig.close());
  beforeEach(() => {
    rig.connector.reset();
    rig.lines.length = 0;
  });
  afterEach(async () => {
    expect((await get(rig.port, '/healthz')).status).toBe(200);
    expect(rig.faults).toEqual([]);
  });

  function said(text: string, changes: TeamsActivity = {}): TeamsActivity {
    return { ...message({ serviceUrl: rig.connector.url }, text), ...changes };
  }

  it('tells the injected facts', async () => {
    expect(await get(rig.port, '/healthz')).toEqual({ status: 200, body: '{"status":"ok"}' });
  });

  it.each(['Host: a b', 'Host: x:99999'])('answers 400 to "%s"', async (host) => {
    expect(await raw(rig.port, `GET /healthz HTTP/1.1\r\n${host}\r\nConnection: close\r\n\r\n`)).toMatch(
      /^HTTP\/1.1 400/u,
    );
  });

  it.each(['http://[/', 'http://a b/', 'http://x:99999/healthz'])('survives the target "%s"', async (target) => {
    const answer = await raw(rig.port, `GET ${target} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`);
    expect(answer).toMatch(/^HTTP\/1.1 4\d\d/u);
  });

  it('refuses a body that says it is compressed', async () => {
    const response = await post(rig.port, said('hello'), { headers: { 'content-encoding': 'gzip' } });
    expect(response.status).toBe(415);
  });

  it('takes a body just below the limit and refuses one above it', async () => {
    const room = LIMIT - JSON.stringify(said('')).length - 200;
    expect((await post(rig.port, said('', { filler: 'x'.repeat(room) }))).status).toBe(200);
    expect((await post(rig.port, said('', { filler: 'x'.repeat(LIMIT + 1024) }))).status).toBe(413);
  });

  it('refuses 20 MB of which the length was not told', async () => {
    const chunks = Array.from({ length: 80 }, () => 'x'.repeat(LIMIT));
    expect((await postChunks(rig.port, chunks)).status).toBe(413);
  });

  it.each([
    ['half of a JSON text', '{"type":'],
    ['a list', '[1]'],
    ['a word', '"hello"'],
    ['nothing', ''],
    ['an activity without a type', '{"id":"1"}'],
  ])('answers 400 to %s', async (_, body) => {
    expect((await post(rig.port, body)).status).toBe(400);
    expect(rig.connector.calls).toEqual([]);
  });

  it('names the field that is wrong and repeats nothing of it', async () => {
    const response = await post(rig.port, said('secret', { from: { id: 7 } }));
    expect(response).toEqual({ status: 400, body: '{"error":"The activity is not valid (from.id: invalid_type)."}' });
  });

  it.each([
    ['/', 'GET'],
    ['/api/messages/x', 'POST'],
    ['/../etc/passwd', 'GET'],
  ])('answers 404 to %s', async (path, method) => {
    const response = method === 'GET' ? await get(rig.port, path) : await post(rig.port, said('hello'), { path });
    expect(response.status).toBe(404);
  });

  it('answers 405 to a GET of the messages', async () => {
    expect((await get(rig.port, '/api/messages')).status).toBe(405);
  });

  it('answers 404 to an invoke that nobody handles', async () => {
    expect((await post(rig.port, said('', { type: 'invoke', name: 'task/fetch', value: {} }))).status).toBe(404);
  });

  it('never answers 5xx, whatever an activity holds', async () => {
    await fc.assert(
      fc.asyncProperty(anyActivity, async (changes) => {
        const response = await post(rig.port, { ...said('hello'), ...changes });
        expect(response.status).toBeLessThan(500);
      }),
      { numRuns: 300, seed: 42 },
    );
  }, 60_000);

  it('ends the turn within the deadline when the connector does not answer', async () => {
    rig.connector.fail([{ kind: 'hang' }, { kind: 'hang' }, { kind: 'hang' }]);
    const began = Date.now();
    expect((await post(rig.port, said('hello'))).status).toBe(200);
    expect(Date.now() - began).toBeLessThan(1500);
    expect(rig.connector.calls).toHaveLength(1);
    while (rig.connector.givenUp() === 0) await new Promise(setImmediate);
  });

  it('answers an exception with one apology and keeps its words out of the log', async () => {
    expect((await post(rig.port, said('throw'))).status).toBe(200);
    expect(rig.connector.shown().map(({ activity }) => JSON.stringify(activity?.attachments))).toEqual([
      expect.stringContaining('"text":"sorry"'),
    ]);
    expect(rig.lines).toEqual([
      { message: 'A turn failed.', facts: expect.objectContaining({ type: 'message', error: 'Error' }) },
    ]);
    expect(JSON.stringify(rig.lines)).not.toContain('secret words');
  });

  it.each(['throw nothing', 'throw words'])('answers what is no error with the same apology: %s', async (text) => {
    expect((await post(rig.port, said(text))).status).toBe(200);
    expect(JSON.stringify(rig.connector.shown().at(-1)?.activity?.attachments)).toContain('"text":"sorry"');
    expect(JSON.stringify(rig.lines)).not.toContain('secret words');
  });

  it('answers an exception after a press under the card, which stays', async () => {
    const response = await post(rig.port, execute({ serviceUrl: rig.connector.url }, 'throw'));
    expect(response.status).toBe(200);
    expect(JSON.parse(response.body)).toEqual({
      statusCode: 500,
      type: 'application/vnd.microsoft.error',
      value: { code: 'InternalServerError', message: 'sorry' },
    });
    expect(rig.connector.calls).toEqual([]);
  });

  it('does not fail again when the apology cannot be sent', async () => {
    rig.connector.fail([{ kind: 'reset' }, { kind: 'reset' }]);
    expect((await post(rig.port, said('throw'))).status).toBe(200);
    expect(rig.connector.calls).toHaveLength(1);
  });
});

describe('closing the HTTP edge', () => {
  it('lets an open request finish, takes no new one, and does not wait for a connection that is kept open', async () => {
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    let entered = () => {};
    const begun = new Promise<void>((resolve) => {
      entered = resolve;
    });
    const textOnly = async () => {
      entered();
      await held;
      return false;
    };
    const rig = await startEcho({ textOnly });
    const open = fetch(`http://127.0.0.1:${rig.port}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(message({ serviceUrl: rig.connector.url }, 'hello')),
    });
    await begun;
    const closed = rig.close();
    await expect(get(rig.port, '/healthz')).rejects.toThrow('ECONNREFUSED');
    release();
    expect((await open).status).toBe(200);
    const answered = Date.now();
    await closed;
    expect(Date.now() - answered).toBeLessThan(1500);
  });
});

/** Sends bytes that no HTTP client would send, and reads what comes back. */
function raw(port: number, bytes: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes));
    let answer = '';
    socket.on('data', (chunk) => {
      answer += chunk;
    });
    socket.on('end', () => resolve(answer));
    socket.on('error', reject);
  });
}
