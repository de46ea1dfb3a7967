import { z } from 'zod';
import type { Address } from '../../core/model';

const VERSION = '1:';

const place = z.object({
  serviceUrl: z.string().min(1),
  tenant: z.string(),
  conversation: z.string().min(1),
  scope: z.enum(['personal', 'group', 'channel']),
  activity: z.string().optional(),
  user: z.string().min(1),
  bot: z.string().min(1),
  unopened: z.literal(true).optional(),
});

/**
 * What an address holds: a conversation, the person and the bot in it (Bot Connector ids such as "29:…" and "28:…") and, where one
 * message is meant, its id. `unopened`: a private chat that must be made first, known by the directory id of its person, which then
 * stands for `conversation` too: a version that does not know this sends it nowhere.
 */
export type Place = Readonly<z.infer<typeof place>>;

export function writeAddress(where: Place): Address {
  return `${VERSION}${JSON.stringify(place.parse(where))}`;
}

/** @throws when the address was not written by `writeAddress`, or by a version that this one does not know. */
export function readAddress(address: Address): Place {
  if (!address.startsWith(VERSION)) throw new Error('An address begins with a version that is not known here.');
  return place.parse(JSON.parse(address.slice(VERSION.length)));
}

/** The conversation without its thread: a channel's own id. "19:a@thread.tacv2;messageid=1" -> "19:a@thread.tacv2". */
export function rootOf(conversation: string): string {
  return conversation.split(';', 1)[0] ?? conversation;
}
