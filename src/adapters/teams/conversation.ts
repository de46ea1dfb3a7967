import type { Message, Press, Search } from '../../core/model';
import type { Reply, SearchResult } from '../../core/reply';
import type { Arrival } from './activities';

/** What the application does with what comes in. `undefined` says nothing. */
export type Conversation = {
  readonly onMessage: (message: Message) => Promise<Reply | undefined>;
  /** The card that replaces the pressed one, or stands in the dialog. */
  readonly onPress: (press: Press) => Promise<Reply>;
  readonly onInstalled: (arrival: Arrival) => Promise<Reply | undefined>;
  /** For the message extension, whose dialog only this person sees: `message` says who asks, and holds the draft. Stores and posts nothing. */
  readonly checkDraft: (message: Message, platform?: string) => Promise<Reply>;
  /** The same for a message that somebody else wrote. */
  readonly askAboutOthers: (message: Message) => Promise<Reply>;
  /** A message was changed after it was sent; `undefined` when nothing is to be said about it. */
  readonly onEdited: (message: Message) => Promise<Reply | undefined>;
  /** A message was deleted: what is still remembered of it goes too. */
  readonly onDeleted: (message: Message) => Promise<void>;
  /** What the message extension lists, best first. */
  readonly onSearch: (search: Search) => Promise<readonly SearchResult[]>;
};
