import { Application } from '@microsoft/teams-ai';
import { ActivityTypes, type TurnContext } from 'botbuilder';
import type { Log } from '../../app/ports';
import type { Reply } from '../../core/model';
import { toArrival, toMessage, toPress } from './activities';
import type { Conversation } from './conversation';
import type { Dialogs } from './dialogs';
import type { Render } from './envelope';
import type { Inbound } from './inbound';
import type { Voice } from './voice';

export type BotParts = {
  readonly conversation: Conversation;
  readonly voice: Voice;
  readonly dialogs: Dialogs;
  readonly render: Render;
  /** Said when a turn fails. */
  readonly apology: Reply;
  readonly log: Log;
};

export type Bot = {
  readonly run: (context: TurnContext) => Promise<void>;
  /** The one place where an exception in a turn ends. */
  readonly onTurnError: (context: TurnContext, error: Error) => Promise<void>;
};

/** The message extension's command, as the manifest names it. */
const CHECK_COMMAND = 'checkPost';

/** Routes what comes in to the conversation, and what it says back to the person. teams-ai is the router and nothing more: no state. */
export function createBot({ conversation, voice, dialogs, render, apology, log }: BotParts): Bot {
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

  return {
    run: async (context) => {
      await app.run(context);
    },
    onTurnError: async (context, error) => {
      const activity = inboundOf(context);
      const where = error.stack?.split('\n').find((line) => line.trimStart().startsWith('at '));
      log.error('A turn failed.', {
        activity: activity.id,
        type: activity.type,
        error: error.name,
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

  /** Shown under the card, which stays as it is with what was typed into it. A dialog has no such place and is replaced. */
  function apologise(activity: Inbound): object {
    if (activity.name?.startsWith('composeExtension/')) {
      return { task: { type: 'continue', value: dialogs.show(apology) } };
    }
    const value = { code: 'InternalServerError', message: render(apology).text };
    return { statusCode: 500, type: 'application/vnd.microsoft.error', value };
  }
}

/** What runs a turn passes an activity that was read as `Inbound`. */
function inboundOf(context: TurnContext): Inbound {
  return context.activity as object as Inbound;
}

function pressIn(type: string) {
  return async (context: TurnContext) => context.activity.type === type && toPress(inboundOf(context)) !== undefined;
}

async function respond(context: TurnContext, body: object): Promise<void> {
  await context.sendActivity({ type: ActivityTypes.InvokeResponse, value: { status: 200, body } });
}
