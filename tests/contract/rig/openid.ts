import { createHmac, createSign, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { listen } from './http-listener';

/** The ids of the council's bot and tenant in all contract tests. */
export const APP_ID = '11111111-1111-4111-8111-111111111111';
export const TENANT_ID = '22222222-2222-4222-8222-222222222222';

export type Claims = { readonly [claim: string]: string | number | undefined };

/** How a token differs from a good one. `undefined` for `kid` leaves it out. */
export type Signing = {
  readonly alg?: 'RS256' | 'RS512' | 'HS256' | 'none';
  readonly kid?: string | undefined;
  /** Signs with a key that was never published. */
  readonly forged?: boolean;
};

const ISSUER = 'https://api.botframework.com';
const HASHES = { RS256: 'RSA-SHA256', RS512: 'RSA-SHA512' } as const;

/**
 * A provider of signing keys on loopback, with real RSA keys, in the place of the Bot Connector's. It publishes three: `teams` for
 * Teams, `webchat` for another channel, `plain` for none. `sign` gives a token that is good for ten minutes unless claims or
 * signing say otherwise; a claim given as `undefined` is left out.
 */
export async function startOpenId() {
  const published = keyPair();
  const unpublished = keyPair();
  const keys = [
    { ...jwkOf(published.publicKey), kid: 'teams', endorsements: ['msteams'] },
    { ...jwkOf(published.publicKey), kid: 'webchat', endorsements: ['webchat'] },
    { ...jwkOf(published.publicKey), kid: 'plain' },
  ];
  const fetched = { keys: 0 };
  const listener = await listen((request, response) => {
    if (request.url === '/keys') fetched.keys += 1;
    const answer = request.url === '/keys' ? { keys } : { issuer: ISSUER, jwks_uri: `${listener.url}/keys` };
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(answer));
  });
  return { source: { issuer: ISSUER, openIdUrl: `${listener.url}/openid` }, fetched, sign, close: listener.close };

  function sign(claims: Claims, signing: Signing = {}): string {
    const { alg = 'RS256' } = signing;
    const kid = 'kid' in signing ? signing.kid : 'teams';
    const now = Math.floor(Date.now() / 1000);
    const usual = { iss: ISSUER, aud: APP_ID, nbf: now - 60, exp: now + 600 };
    const signed = `${encode({ typ: 'JWT', alg, kid })}.${encode({ ...usual, ...claims })}`;
    const key = (signing.forged ? unpublished : published).privateKey;
    if (alg === 'none') return `${signed}.`;
    if (alg === 'HS256') {
      const secret = published.publicKey.export({ type: 'spki', format: 'pem' });
      return `${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`;
    }
    return `${signed}.${createSign(HASHES[alg]).update(signed).sign(key).toString('base64url')}`;
  }
}

function keyPair() {
  return generateKeyPairSync('rsa', { modulusLength: 2048 });
}

function jwkOf(key: KeyObject) {
  return { ...key.export({ format: 'jwk' }), use: 'sig' };
}

function encode(part: object): string {
  return Buffer.from(JSON.stringify(part)).toString('base64url');
}
