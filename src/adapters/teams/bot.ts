import { Application } from '@microsoft/teams-ai';
import { ActivityTypes, type TurnContext } from 'botbuilder';
import type { Log } from '../../app/ports';
import type { Reply } from '../../core/reply';
import { toArrival, toMessage, toPress } from './activities';
import type { Apologise } from './apologise';
import type { Conversation } from './conversation';
import { toDialogPress } from './dialog-press';
import type { Dialogs } from './dialogs';
import type { Render } from './envelope';
import type { Inbound } from './inbound';
import { inboundOf } from './inbound-of';
import type { Searches } from './searches';
import { toSearch } from './to-search';
import type { Voice } from './voice';

export type BotParts = {
  readonly conversation: Conversation;
  readonly voice: Voice;
  readonly dialogs: Dialogs;
  readonly searches: Searches;
  readonly render: Render;
  /** Said when a turn fails. */
  readonly apology: Reply;
  readonly apologise: Apologise;
  readonly log: Log;
};

export type Bot = {
  readonly run: (context: TurnContext) => Promise<void>;
  /** The one place where an exception in a turn ends. Code of others may throw anything, even nothing. */
  readonly onTurnError: (context: TurnContext, error: Partial<Error> | undefined) => Promise<void>;
};

/** The message extension's command, as the manifest names it. */
const CHECK_COMMAND = 'checkPost';

/** Routes what comes in to the conversation, and what it says back to the person. teams-ai is the router and nothing more: no state. */
export function createBot(parts: BotParts): Bot {
  const { conversation, voice, dialogs, searches, render, apology, apologise, log } = parts;
  const app = new Application({ startTypingTimer: false, removeRecipientMention: false });
  // The option above is not heeded, and the router's own indicator would be seen by whole groups.
  app.startTypingTimer = () => {};
  const welcomed = new Set<string>();

  app.adaptiveCards.actionExecute(pressIn(ActivityTypes.Invoke), async (context) => {
    await press(context, async (activity, reply) => respond(context, await answerTo(activity, reply)));
    // The response stands. What is returned here would go through the router's own answer, which remembers one card's way for all.
    return '';
  });
  app.activity(pressIn(ActivityTypes.Message), (context) => press(context, voice.redraw));
  app.activity(ActivityTypes.Message, async (context) => {
    const activity = inboundOf(context);
    const reply = await voice.whileTyping(activity, () => conversation.onMessage(toMessage(activity)));
    if (reply) await voice.reply(activity, reply);
  });
  app.activity(ActivityTypes.MessageUpdate, async (context) => {
    const activity = inboundOf(context);
    const reply = await conversation.onEdited(toMessage(activity));
    if (reply) await voice.reply(activity, reply);
  });
  app.activity(ActivityTypes.MessageDelete, (context) => conversation.onDeleted(toMessage(inboundOf(context))));
  app.activity(ActivityTypes.InstallationUpdate, async (context) => {
    const activity = inboundOf(context);
    if (activity.action?.startsWith('remove')) welcomed.delete(activity.conversation.id);
    if (activity.action?.startsWith('add')) await welcome(activity);
  });
  app.conversationUpdate('membersAdded', async (context) => {
    const activity = inboundOf(context);
    if (activity.membersAdded.some(({ id }) => id === activity.recipient.id)) await welcome(activity);
  });
  app.messageExtensions.fetchTask(CHECK_COMMAND, (context) => dialogs.open(inboundOf(context)));
  app.messageExtensions.submitAction(CHECK_COMMAND, (context) => dialogs.press(inboundOf(context)));
  app.taskModules.fetch(dialogPressIn('task/fetch'), pressOnCard);
  app.taskModules.submit(dialogPressIn('task/submit'), pressOnCard);
  // Not the router's own way to a search, which fails on parameters that are not a list.
  app.addRoute(isSearch, async (context) => respond(context, await searches(inboundOf(context))), true);

  return {
    run: async (context) => {
      await app.run(context);
    },
    onTurnError: async (context, error) => {
      const activity = inboundOf(context);
      // A stack begins with the message, and a line of that may look like a place.
      const { stack = '', message = '' } = error ?? {};
      const where = stack
        .replace(message, '')
        .split('\n')
        .find((line) => line.trimStart().startsWith('at '));
      log.error('A turn failed.', {
        activity: activity.id,
        type: activity.type,
        error: error?.name ?? 'unknown',
        where: where?.trim(),
      });
      if (activity.type === ActivityTypes.Message) await voice.reply(activity, apology);
      if (activity.type === ActivityTypes.Invoke) await respond(context, apologise(activity));
    },
  };

  async function press(context: TurnContext, show: (activity: Inbound, reply: Reply) => Promise<void>): Promise<void> {
    const activity = inboundOf(context);
    const pressed = toPress(activity);
    if (pressed) await show(activity, await conversation.onPress(pressed));
  }

  async function pressOnCard(context: TurnContext) {
    const pressed = toDialogPress(inboundOf(context));
    return pressed ? dialogs.pressOnCard(pressed) : '';
  }

  /** The card that replaces the pressed one. Words to copy become a message of their own, and the card stays. */
  async function answerTo(activity: Inbound, reply: Reply): Promise<object> {
    if (!reply.plain) {
      return { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: render(reply).card };
    }
    await voice.reply(activity, reply);
    return { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: reply.notice };
  }

  /** Teams tells of an installation twice at once, and some clients at every visit; one welcome is enough until it is removed. */
  async function welcome(activity: Inbound): Promise<void> {
    if (welcomed.has(activity.conversation.id)) return;
    welcomed.add(activity.conversation.id);
    const reply = await conversation.onInstalled(toArrival(activity));
    if (reply) await voice.announce(activity, reply);
  }
}

function pressIn(type: string) {
  return async (context: TurnContext) => context.activity.type === type && toPress(inboundOf(context)) !== undefined;
}

function dialogPressIn(name: string) {
  return async (context: TurnContext) =>
    context.activity.name === name && toDialogPress(inboundOf(context)) !== undefined;
}

async function isSearch(context: TurnContext): Promise<boolean> {
  return toSearch(inboundOf(context)) !== undefined;
}

async function respond(context: TurnContext, body: object): Promise<void> {
  await context.sendActivity({ type: ActivityTypes.InvokeResponse, value: { status: 200, body } });
}
