import { tenantOf } from './activities';
import { BOT_CONNECTOR, type TeamsAuth } from './auth';
import { type Inbound, readInbound } from './inbound';
import { faultOfSignature } from './signature';
import { faultOfClaims, readToken, type Token } from './token';

/** The only channel that is served. Others reach the same endpoint with tokens of the same issuer. */
const CHANNEL = 'msteams';

/** `reason` is for a log: it names the fault and repeats nothing of the request. */
export type Admission =
  | { readonly kind: 'admitted'; readonly activity: Inbound }
  | { readonly kind: 'refused'; readonly status: 400 | 401; readonly reason: string };

export type Request = { readonly authorization: string | undefined; readonly body: unknown };

/**
 * Decides whether a request is let in: its token, its shape, its channel and its tenant. What the SDK leaves open is closed
 * here: tokens without an end, tokens of the emulator, activities without a service address, other tenants.
 */
export async function admit({ authorization, body }: Request, auth: TeamsAuth): Promise<Admission> {
  const token = auth.kind === 'on' ? readToken(authorization) : undefined;
  const fault = auth.kind === 'on' ? await faultOfToken(token, auth) : undefined;
  if (fault !== undefined) return { kind: 'refused', status: 401, reason: fault };
  const reading = readInbound(body);
  if (reading.kind === 'malformed') return { kind: 'refused', status: 400, reason: reading.reason };
  const { activity } = reading;
  if (token && token.claims.serviceurl !== activity.serviceUrl) return unauthorised('other service address');
  if (activity.channelId !== CHANNEL) return unauthorised('other channel');
  if (!isOneTenant(activity)) return unauthorised('two tenants');
  if (auth.kind === 'on' && !auth.tenants.has(tenantOf(activity) ?? '')) return unauthorised('other tenant');
  return { kind: 'admitted', activity };
}

async function faultOfToken(token: Token | undefined, auth: Extract<TeamsAuth, { kind: 'on' }>) {
  if (!token) return 'no usable token';
  const { issuer, openIdUrl } = auth.source ?? BOT_CONNECTOR;
  return (
    faultOfClaims(token, { issuer, appId: auth.appId, now: Date.now() }) ??
    (await faultOfSignature(token, openIdUrl, CHANNEL))
  );
}

function unauthorised(reason: string): Admission {
  return { kind: 'refused', status: 401, reason };
}

function isOneTenant({ conversation, channelData }: Inbound): boolean {
  const stated = [conversation.tenantId, channelData?.tenant?.id].filter(Boolean);
  return new Set(stated).size <= 1;
}
