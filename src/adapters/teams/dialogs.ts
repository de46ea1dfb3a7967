import type { Reply } from '../../core/model';
import { fieldsOf, pressOf, stringsOf, toMessage } from './activities';
import type { Conversation } from './conversation';
import { attach, type Render } from './envelope';
import type { Inbound } from './inbound';
import { withOlderButtons } from './older-buttons';
import { wordsOfHtml } from './plain-text';

export type DialogParts = {
  readonly conversation: Conversation;
  readonly render: Render;
  readonly title: string;
  /** The card with one box named `draft`, shown when there is nothing to check yet. */
  readonly askForPost: Reply;
  /** The verb of that card's button. Any other verb is a press like every other. */
  readonly checkVerb: string;
};

type Dialog = {
  readonly title: string;
  readonly height: 'large';
  readonly width: 'medium';
  readonly card: ReturnType<typeof attach>;
};

/** The dialogs of the message extension. Only the person who opened one sees it, and nothing is posted in the chat. */
export type Dialogs = {
  /** Opened on a message: its check. Opened from the box where messages are written: the card that asks. */
  readonly open: (activity: Inbound) => Promise<Dialog>;
  /** A button of an open dialog. */
  readonly press: (activity: Inbound) => Promise<Dialog>;
  readonly show: (reply: Reply) => Dialog;
};

export function createDialogs({ conversation, render, title, askForPost, checkVerb }: DialogParts): Dialogs {
  return {
    open: (activity) => check(activity, quotedIn(activity)),
    press: async (activity) => {
      const sent = fieldsOf(fieldsOf(activity.value).data);
      if (typeof sent.verb === 'string' && sent.verb !== checkVerb) {
        return show(await conversation.onPress(pressOf(activity, sent.verb, sent)));
      }
      return check(activity, stringsOf(sent).draft ?? '');
    },
    show,
  };

  async function check(activity: Inbound, draft: string): Promise<Dialog> {
    if (draft.trim() === '') return show(askForPost);
    const { tenant, conversation: chat, from } = toMessage(activity);
    return show(await conversation.checkDraft(draft, { tenant, conversation: chat, from }));
  }

  function show(reply: Reply): Dialog {
    return { title, height: 'large', width: 'medium', card: attach(withOlderButtons(render(reply).card)) };
  }
}

function quotedIn(activity: Inbound): string {
  const { content } = fieldsOf(fieldsOf(fieldsOf(activity.value).messagePayload).body);
  return typeof content === 'string' ? wordsOfHtml(content) : '';
}
