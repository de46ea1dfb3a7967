import { ToBotFromBotOrEmulatorTokenValidationParameters } from 'botframework-connector';
import type { Credentials } from '../../src/adapters/teams/auth';
import { message, type TeamsActivity } from './rig/activities';
import { post } from './rig/client';
import { startEcho } from './rig/echo';
import { APP_ID, type Claims, type Signing, startOpenId, TENANT_ID } from './rig/openid';

const OTHER = '33333333-3333-4333-8333-333333333333';
const now = Math.floor(Date.now() / 1000);

type Difference = {
  readonly claims?: Claims;
  readonly signing?: Signing;
  readonly activity?: TeamsActivity;
};

describe('a signed request', () => {
  let rig: Awaited<ReturnType<typeof startEcho>>;
  beforeAll(async () => {
    rig = await startEcho({ signed: true });
  });
  afterAll(() => rig.close());
  beforeEach(() => {
    rig.connector.reset();
    rig.lines.length = 0;
  });

  function hello(changes: TeamsActivity = {}): TeamsActivity {
    return { ...message({ serviceUrl: rig.connector.url }, 'hello'), ...changes };
  }

  function sign(claims: Claims = {}, signing: Signing = {}): string {
    return rig.openId.sign({ serviceurl: rig.connector.url, ...claims }, signing);
  }

  it.each<[string, Difference]>([
    ['from the Bot Connector', {}],
    ['signed with RS512', { signing: { alg: 'RS512' } }],
    ['that ended four minutes ago, since clocks differ', { claims: { nbf: now - 3600, exp: now - 240 } }],
    ['with a key that names no channel', { signing: { kid: 'plain' } }],
  ])('%s is let in and answered with our own token', async (_, { claims, signing }) => {
    const response = await post(rig.port, hello(), { token: sign(claims, signing) });
    expect(response.status).toBe(200);
    expect(rig.connector.shown()).toHaveLength(1);
    expect(rig.connector.calls[0]?.authorization).toBe('Bearer out');
  });

  it.each<[string, Difference]>([
    ['for another audience', { claims: { aud: OTHER } }],
    ['without an audience', { claims: { aud: undefined } }],
    ['of another issuer', { claims: { iss: 'https://evil.example' } }],
    ['of the emulator', { claims: { iss: `https://sts.windows.net/${OTHER}/`, ver: '1.0', tid: OTHER } }],
    [
      'of the emulator, second version',
      { claims: { iss: `https://login.microsoftonline.com/${OTHER}/v2.0`, ver: '2.0' } },
    ],
    ['that ended ten minutes ago', { claims: { nbf: now - 3600, exp: now - 600 } }],
    ['that never ends', { claims: { exp: undefined } }],
    ['that begins in ten minutes', { claims: { nbf: now + 600 } }],
    ['without a signature', { signing: { alg: 'none' } }],
    ['signed with the public key as if it were a secret', { signing: { alg: 'HS256' } }],
    ['signed with an unpublished key', { signing: { forged: true } }],
    ['that names an unknown key', { signing: { kid: 'nobody' } }],
    ['that names no key', { signing: { kid: undefined } }],
    ['with the key of another channel', { signing: { kid: 'webchat' } }],
    ['for another service address', { claims: { serviceurl: 'https://evil.example/' } }],
    ['without a service address', { claims: { serviceurl: undefined } }],
    ['whose activity names another service address', { activity: { serviceUrl: 'http://127.0.0.1:1/' } }],
    ['whose activity says it is from the emulator', { activity: { channelId: 'emulator' } }],
    ['whose activity says it is from a web chat', { activity: { channelId: 'webchat' } }],
    ['whose conversation is in another tenant', { activity: inTenants(OTHER, undefined) }],
    ['whose activity is in another tenant', { activity: inTenants(OTHER, OTHER) }],
    ['whose activity names two tenants', { activity: inTenants(undefined, OTHER) }],
  ])('%s is refused with 401, one log line, and nothing runs', async (_, { claims, signing, activity }) => {
    const printed = jest.spyOn(console, 'error');
    const response = await post(rig.port, hello(activity), { token: sign(claims, signing) });
    expect(response.status).toBe(401);
    expect(response.body).toBe('{"error":"Not authorised."}');
    expect(rig.connector.calls).toEqual([]);
    expect(rig.lines.map(({ message: line }) => line)).toEqual(['A request was refused.']);
    expect(printed).not.toHaveBeenCalled();
    printed.mockRestore();
  });

  it.each([
    ['no header', {}],
    ['an empty header', { authorization: '' }],
    ['not a token', { authorization: 'Bearer abc' }],
    ['another scheme', { authorization: 'Basic YTpi' }],
    ['three parts that are not JSON', { authorization: 'Bearer a.b.c' }],
  ])('with %s is refused with 401', async (_, headers) => {
    const response = await post(rig.port, hello(), { headers });
    expect(response.status).toBe(401);
    expect(rig.connector.calls).toEqual([]);
  });

  it('without a tenant is refused', async () => {
    const bare = { conversation: { id: 'a:1', conversationType: 'personal' }, channelData: {} };
    expect((await post(rig.port, hello(bare), { token: sign() })).status).toBe(401);
  });

  it('without a service address in token or activity is refused', async () => {
    const token = sign({ serviceurl: undefined });
    expect((await post(rig.port, hello({ serviceUrl: undefined }), { token })).status).toBe(401);
  });

  it('costs no memory, forged or not, whatever tenant it names', async () => {
    const { issuer } = ToBotFromBotOrEmulatorTokenValidationParameters;
    const before = [...(issuer ?? [])];
    for (let forged = 0; forged < 50; forged += 1) {
      const token = sign(
        { tid: `${forged}`, ...(forged % 2 ? { iss: 'https://x.example' } : {}) },
        { forged: forged % 3 > 0 },
      );
      await post(rig.port, hello(), { token });
    }
    await post(rig.port, hello(), { token: sign({ tid: OTHER }) });
    expect([...(issuer ?? [])]).toEqual(before);
  });

  it('does not make the signing keys be fetched again and again', () => {
    expect(rig.openId.fetched.keys).toBe(1);
  });
});

describe('the credentials', () => {
  it('do not hold a turn when their token does not come', async () => {
    const token = () => new Promise<string>(() => {});
    const auth = {
      kind: 'on',
      appId: APP_ID,
      homeTenant: TENANT_ID,
      tenants: new Set([TENANT_ID]),
      credentials: { kind: 'token', token },
    } as const;
    const keys = await startOpenId();
    const rig = await startEcho({ auth: { ...auth, source: keys.source }, deadlineMs: 200 });
    const signed = keys.sign({ serviceurl: rig.connector.url });
    const response = await post(rig.port, message({ serviceUrl: rig.connector.url }, 'hello'), { token: signed });
    expect(response.status).toBe(200);
    expect(rig.lines.map(({ message: line }) => line)).toEqual(['A reply could not be sent.']);
    await Promise.all([rig.close(), keys.close()]);
  });

  it.each<Credentials>([{ kind: 'secret', secret: 'not a real one' }, { kind: 'managed-identity' }])(
    'of the kind $kind are taken at start-up',
    async (credentials) => {
      const rig = await startEcho({
        auth: { kind: 'on', appId: APP_ID, homeTenant: TENANT_ID, tenants: new Set([TENANT_ID]), credentials },
      });
      expect((await post(rig.port, message({ serviceUrl: rig.connector.url }, 'hello'))).status).toBe(401);
      await rig.close();
    },
  );
});

function inTenants(conversation: string | undefined, channel: string | undefined): TeamsActivity {
  return {
    ...(conversation ? { conversation: { id: 'a:1', conversationType: 'personal', tenantId: conversation } } : {}),
    ...(channel ? { channelData: { tenant: { id: channel } } } : {}),
  };
}
