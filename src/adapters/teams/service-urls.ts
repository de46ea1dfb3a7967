import { type Place, rootOf } from './address';

/**
 * Where the Bot Connector was last heard from, by conversation. Teams may move a conversation to another address, so a stored
 * address is corrected from here before it is used. Kept in memory: after a restart the stored one serves until the next message.
 * Holds one entry per chat and channel of each tenant; what one tenant says changes nothing for another.
 */
export type ServiceUrls = {
  readonly remember: (place: Place) => void;
  readonly newest: (place: Place) => Place;
};

export function createServiceUrls(): ServiceUrls {
  const known = new Map<string, string>();
  return {
    remember: (place) => {
      known.set(keyOf(place), place.serviceUrl);
    },
    newest: (place) => ({ ...place, serviceUrl: known.get(keyOf(place)) ?? place.serviceUrl }),
  };
}

function keyOf({ tenant, conversation }: Place): string {
  return JSON.stringify([tenant, rootOf(conversation)]);
}
