import type { Message, Press, Reply } from '../../core/model';
import type { Arrival } from './activities';

/** What the application does with what comes in. `undefined` says nothing. */
export type Conversation = {
  readonly onMessage: (message: Message) => Promise<Reply | undefined>;
  /** The card that replaces the pressed one. */
  readonly onPress: (press: Press) => Promise<Reply>;
  readonly onInstalled: (arrival: Arrival) => Promise<Reply | undefined>;
  /** For the message extension: stores and posts nothing. */
  readonly checkDraft: (draft: string, message: Pick<Message, 'tenant' | 'conversation' | 'from'>) => Promise<Reply>;
};
