import { createPublicKey, verify } from 'node:crypto';
import { JwtTokenExtractor } from 'botframework-connector/lib/auth/jwtTokenExtractor';
import { within } from './deadline';
import type { Token } from './token';

const HASHES = { RS256: 'sha256', RS384: 'sha384', RS512: 'sha512' } as const;

/** The SDK sets no limit on fetching the signing keys; without one a silent key server would hold every request. */
const KEYS_DEADLINE_MS = 5000;

/**
 * Checks a token's signature against the published keys, and that the key may speak for `channel`. The SDK checks again
 * afterwards; this comes first because the SDK prints the key and a stack for every forged token.
 * The keys are the SDK's own copy: fetched once a day, and at most once an hour for a key id that is not known.
 *
 * @returns what is wrong, in words for a log; undefined when nothing is.
 */
export async function faultOfSignature(token: Token, openIdUrl: string, channel: string): Promise<string | undefined> {
  const { openIdMetadata } = new JwtTokenExtractor({}, openIdUrl, Object.keys(HASHES));
  try {
    const published = await within(KEYS_DEADLINE_MS, openIdMetadata.getKey(token.header.kid));
    if (!published) return 'unknown key';
    const endorsed = published.endorsements ?? [];
    if (endorsed.length > 0 && !endorsed.includes(channel)) return 'key of another channel';
    const key = createPublicKey(published.key);
    const genuine = verify(HASHES[token.header.alg], Buffer.from(token.signed), key, token.signature);
    return genuine ? undefined : 'forged signature';
  } catch {
    return 'signing keys could not be read';
  }
}
