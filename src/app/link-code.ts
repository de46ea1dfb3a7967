import { createHash, randomInt } from 'node:crypto';
import type { Clock, DeskStore } from './ports';

/** Long enough to walk from the server to Teams. */
const LASTS_MS = 30 * 60_000;

/** Makes the council's next one-time code for linking a channel: six figures, good for half an hour. An earlier one no longer counts. */
export async function makeLinkCode(desk: DeskStore, tenant: string, clock: Clock): Promise<string> {
  const code = String(randomInt(0, 1_000_000)).padStart(6, '0');
  await desk.saveLinkCode(tenant, hashLinkCode(tenant, code), clock() + LASTS_MS);
  return code;
}

/** What is stored instead of a code. Bound to the council, so that equal codes do not look alike. */
export function hashLinkCode(tenant: string, code: string): string {
  return createHash('sha256').update(`${tenant}:${code}`).digest('hex');
}
