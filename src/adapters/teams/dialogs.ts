import type { Message, Press } from '../../core/model';
import type { Reply } from '../../core/reply';
import { fieldsOf, pressOf, stringsOf, toMessage } from './activities';
import type { Conversation } from './conversation';
import { attach, type Render } from './envelope';
import { firstLines } from './first-lines';
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

/** A dialog with a card, or the words that end it. */
type Shown = Dialog | string;

/** The dialogs of the message extension and of buttons on cards. Only the person who opened one sees it, and nothing is posted in the chat. */
export type Dialogs = {
  /** The message extension opened on a message: its check. Opened from the box where messages are written: the card that asks. */
  readonly open: (activity: Inbound) => Promise<Shown>;
  /** A button of an open dialog of the message extension. */
  readonly press: (activity: Inbound) => Promise<Shown>;
  /** A button of a card that opens a dialog, or a button in that dialog. */
  readonly pressOnCard: (press: Press) => Promise<Shown>;
  readonly show: (reply: Reply) => Shown;
};

export function createDialogs({ conversation, render, title, askForPost, checkVerb }: DialogParts): Dialogs {
  return {
    open: async (activity) => {
      const { words, author } = quotedIn(activity);
      if (words.trim() === '') return show(askForPost);
      const message = { ...dialogMessage(activity), text: words };
      const isOwn = author === undefined || author === message.from.id;
      return show(await (isOwn ? conversation.checkDraft(message) : conversation.askAboutOthers(message)));
    },
    press: async (activity) => {
      const sent = fieldsOf(fieldsOf(activity.value).data);
      if (typeof sent.verb === 'string' && sent.verb !== checkVerb) {
        const { scope, conversation: dialog } = dialogMessage(activity);
        const press = pressOf(activity, sent.verb, sent);
        return show(await conversation.onPress({ ...press, scope, conversation: dialog, surface: 'dialog' }));
      }
      const { draft = '', platform } = stringsOf(sent);
      if (draft.trim() === '') return show(askForPost);
      return show(await conversation.checkDraft({ ...dialogMessage(activity), text: draft }, platform));
    },
    pressOnCard: async (press) => show(await conversation.onPress(press)),
    show,
  };

  function show(reply: Reply): Shown {
    if (reply.close) return firstLines(render, reply);
    return { title, height: 'large', width: 'medium', card: attach(withOlderButtons(render(reply).card)) };
  }
}

/** Whoever opened a dialog talks in it alone, wherever it was opened; what is remembered of it stays apart from that chat. */
function dialogMessage(activity: Inbound): Message {
  const message = toMessage(activity);
  return { ...message, scope: 'personal', conversation: `dialog:${message.conversation}` };
}

/** The words of the message on which a dialog was opened, and the directory id of its author where Teams tells it. */
function quotedIn(activity: Inbound): { readonly words: string; readonly author?: string } {
  const payload = fieldsOf(fieldsOf(activity.value).messagePayload);
  const { content } = fieldsOf(payload.body);
  const { id } = fieldsOf(fieldsOf(payload.from).user);
  return {
    words: typeof content === 'string' ? wordsOfHtml(content) : '',
    ...(typeof id === 'string' && id !== '' && { author: id }),
  };
}
