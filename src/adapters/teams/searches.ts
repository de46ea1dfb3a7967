import type { SearchResult } from '../../core/reply';
import { fieldsOf } from './activities';
import { cleanFields } from './clean-fields';
import type { Conversation } from './conversation';
import { within } from './deadline';
import { attach, type Render } from './envelope';
import type { Inbound } from './inbound';
import { toSearch } from './to-search';

export type SearchesParts = {
  readonly conversation: Pick<Conversation, 'onSearch'>;
  readonly render: Render;
  /** How long a search may take. */
  readonly searchMs: number;
};

/** The answer to a search of the message extension. @throws when it takes too long. */
export type Searches = (activity: Inbound) => Promise<object>;

const MOST_RESULTS = 10;

/** Teams shows two lines of a preview. */
const LONGEST_PREVIEW = 200;

/** Lists what a search finds: each result as a preview, and the card that the person may put into the chat. */
export function createSearches({ conversation, render, searchMs }: SearchesParts): Searches {
  return async (activity) => {
    const search = toSearch(activity);
    const found = search && !isNextPage(activity) ? await within(searchMs, conversation.onSearch(search)) : [];
    const attachments = found.slice(0, MOST_RESULTS).map(toAttachment);
    return { composeExtension: { type: 'result', attachmentLayout: 'list', attachments } };
  };

  function toAttachment({ title, text, reply }: SearchResult): object {
    const content = { title: previewOf(title), text: previewOf(text) };
    const preview = { contentType: 'application/vnd.microsoft.card.thumbnail', content };
    return { ...attach(render(reply).card), preview };
  }
}

/** Everything stands on the first page; without this the list would begin again at its end. */
function isNextPage({ value }: Inbound): boolean {
  const { skip } = fieldsOf(fieldsOf(value).queryOptions);
  return typeof skip === 'number' && skip > 0;
}

/** A preview may be read as markup, so what could begin a tag is shown by a sign that looks alike. */
function previewOf(text: string): string {
  const words = String(cleanFields({ text }).text).replace(/<(?=[a-z/!?])/giu, '\u2039');
  return [...words].slice(0, LONGEST_PREVIEW).join('');
}
