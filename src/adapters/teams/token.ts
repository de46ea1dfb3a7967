import { z } from 'zod';

/** Clocks may differ by five minutes, as in Microsoft's own check. */
const TOLERANCE_SECONDS = 300;

const headerShape = z.object({ alg: z.enum(['RS256', 'RS384', 'RS512']), kid: z.string().min(1) });

const claimsShape = z.object({
  iss: z.string(),
  aud: z.string(),
  exp: z.number(),
  nbf: z.number().optional(),
  serviceurl: z.string().min(1),
});

/** A bearer token taken apart. Nothing in it is proven until its signature has been checked. */
export type Token = {
  readonly header: Readonly<z.infer<typeof headerShape>>;
  readonly claims: Readonly<z.infer<typeof claimsShape>>;
  /** The signed bytes: header and claims as they arrived. */
  readonly signed: string;
  readonly signature: Buffer;
};

/** Takes an Authorization header apart; undefined when it is not a bearer token of the shape that the Bot Connector sends. */
export function readToken(authorization: string | undefined): Token | undefined {
  const [, header, claims, signature] = /^Bearer ([\w-]+)\.([\w-]+)\.([\w-]+)$/u.exec(authorization ?? '') ?? [];
  if (header === undefined || claims === undefined || signature === undefined) return undefined;
  const readHeader = headerShape.safeParse(jsonOf(header));
  const readClaims = claimsShape.safeParse(jsonOf(claims));
  if (!readHeader.success || !readClaims.success) return undefined;
  return {
    header: readHeader.data,
    claims: readClaims.data,
    signed: `${header}.${claims}`,
    signature: Buffer.from(signature, 'base64url'),
  };
}

/** What is wrong with the claims, in words for a log; undefined when nothing is. `now` is in milliseconds since 1970 UTC. */
export function faultOfClaims(
  { claims }: Token,
  wanted: { readonly issuer: string; readonly appId: string; readonly now: number },
): string | undefined {
  const seconds = wanted.now / 1000;
  if (claims.iss !== wanted.issuer) return 'other issuer';
  if (claims.aud !== wanted.appId) return 'other audience';
  if (claims.exp + TOLERANCE_SECONDS < seconds) return 'expired';
  if ((claims.nbf ?? 0) - TOLERANCE_SECONDS > seconds) return 'not valid yet';
  return undefined;
}

function jsonOf(part: string): unknown {
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}
