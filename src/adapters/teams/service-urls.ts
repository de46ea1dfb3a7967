import { type Place, rootOf } from './address';

/**
 * Where the Bot Connector was last heard from, by conversation. Teams may move a conversation to another address, so a stored
 * address is corrected from here before it is used. Kept in memory: after a restart the stored one serves until the next message.
 * Holds one entry per chat and channel of one tenant.
 */
export type ServiceUrls = {
  readonly remember: (conversation: string, serviceUrl: string) => void;
  readonly newest: (place: Place) => Place;
};

export function createServiceUrls(): ServiceUrls {
  const known = new Map<string, string>();
  return {
    remember: (conversation, serviceUrl) => {
      known.set(rootOf(conversation), serviceUrl);
    },
    newest: (place) => ({ ...place, serviceUrl: known.get(rootOf(place.conversation)) ?? place.serviceUrl }),
  };
}
