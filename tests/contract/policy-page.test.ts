import { startServer } from '../../src/adapters/http/server';

describe('GET /policy', () => {
  const faults: unknown[] = [];
  const closing: (() => Promise<void>)[] = [];
  afterEach(async () => {
    faults.length = 0;
    await Promise.all(closing.splice(0).map((close) => close()));
  });

  async function policyOf(page?: (council?: string) => string | undefined, path = '/policy') {
    const server = await startServer({
      host: '127.0.0.1',
      port: 0,
      onMessage: async () => ({ status: 200 }),
      ...(page && { page }),
      health: async () => ({ well: true, facts: {} }),
      onFault: (error) => faults.push(error),
    });
    closing.push(server.close);
    return fetch(`http://127.0.0.1:${server.port}${path}`, { headers: { accept: 'text/html' } });
  }

  it('is the page as it is given', async () => {
    const response = await policyOf(() => '<p>“Words”</p>');
    expect([response.status, await response.text()]).toEqual([200, '<p>“Words”</p>']);
  });

  it.each([
    ['content-type', 'text/html; charset=utf-8'],
    [
      'content-security-policy',
      "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    ],
    ['x-content-type-options', 'nosniff'],
    ['referrer-policy', 'no-referrer'],
    ['cache-control', 'public, max-age=300'],
    ['set-cookie', null],
  ])('has the header %s: %s', async (name, value) => {
    const response = await policyOf(() => '');
    expect(response.headers.get(name)).toBe(value);
  });

  it.each([
    ['/policy', 'page of undefined'],
    ['/policy/little-sutton', 'page of little-sutton'],
    ['/policy/little-sutton/', 'page of little-sutton'],
  ])('is asked for by %s', async (path, html) => {
    expect(await (await policyOf((council) => `page of ${council}`, path)).text()).toBe(html);
  });

  it.each(['/policy', '/policy/little-sutton'])('is not there where there is no page of %s', async (path) => {
    const response = await policyOf(() => undefined, path);
    expect([response.status, await response.text()]).toEqual([404, '{"error":"There is no such page."}']);
  });

  it('is not there without a page', async () => {
    expect((await policyOf()).status).toBe(404);
  });

  it('says little when the page fails', async () => {
    const fault = new Error('secret');
    const response = await policyOf(() => {
      throw fault;
    });
    expect([response.status, await response.text()]).toEqual([500, '{"error":"Something went wrong."}']);
    expect(faults).toEqual([fault]);
  });
});
