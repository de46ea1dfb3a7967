import type { Search, SearchResult } from '../core/model';
import { type Surroundings, type Visit, visitOf } from './surroundings';

type SearchHandler = (visit: Visit, query: string, given: Surroundings) => Promise<readonly SearchResult[]>;

/** What each search of the message extension looks through, by the id of its command. */
const SEARCHES: { readonly [command: string]: SearchHandler } = {};

/** What a search finds, best first; nothing when there is no such search. */
export async function runSearch(search: Search, given: Surroundings): Promise<readonly SearchResult[]> {
  const handler = Object.hasOwn(SEARCHES, search.command) ? SEARCHES[search.command] : undefined;
  return handler ? handler(visitOf(search, given.sessions), search.query, given) : [];
}
