import { guidanceEntryReply } from '../core/guidance/guidance-replies';
import type { Search } from '../core/model';
import type { SearchResult } from '../core/reply';
import { ukDay } from '../core/uk-time';
import { searchGuidance } from './search-guidance';
import { type Surroundings, type Visit, visitOf } from './surroundings';

const MOST_RESULTS = 10;

type SearchHandler = (visit: Visit, query: string, given: Surroundings) => Promise<readonly SearchResult[]>;

/** What each search of the message extension looks through, by the id of its command. */
const SEARCHES: { readonly [command: string]: SearchHandler } = {
  searchGuidance: searchAdvice,
};

/** What a search finds, best first; nothing when there is no such search. */
export async function runSearch(search: Search, given: Surroundings): Promise<readonly SearchResult[]> {
  const handler = Object.hasOwn(SEARCHES, search.command) ? SEARCHES[search.command] : undefined;
  return handler ? handler(visitOf(search, given.sessions), search.query, given) : [];
}

/** For a listed clerk, wherever they write. What is found may be put into that chat, so it is only what councillors are shown anyway. */
async function searchAdvice(visit: Visit, query: string, given: Surroundings): Promise<readonly SearchResult[]> {
  const { store, speaker, clock } = given;
  const channel = await store.desk.clerkChannel(visit.tenant);
  if (!channel?.clerkIds.includes(visit.from.id)) return [];
  const found = await searchGuidance(visit, query, given);
  return found
    .filter(({ state }) => state === 'published')
    .slice(0, MOST_RESULTS)
    .map((entry) => ({
      title: `${entry.reference}: ${entry.question}`,
      text: entry.answer,
      reply: guidanceEntryReply({ entry, today: ukDay(clock()) }, speaker),
    }));
}
