import type { TeamsCouncil } from './adapters/teams/connect';
import type { Assistant } from './app/assistant';
import type { Speaker } from './core/conversation/speaker';

/** How a council's assistant talks in Teams, and what is said there without asking it. */
export function talkOf(assistant: Assistant, speaker: Speaker): TeamsCouncil {
  return {
    conversation: {
      onMessage: async (message) => (await assistant.onMessage(message))?.reply,
      onPress: async (press) => (await assistant.onPress(press)).reply,
      onInstalled: (arrival) => assistant.onArrival(arrival),
      checkDraft: async (message, platform) => (await assistant.onDialogDraft(message, platform)).reply,
      askAboutOthers: async (message) => (await assistant.onOthersMessage(message)).reply,
      onEdited: async (message) => (await assistant.onEdited(message))?.reply,
      onDeleted: (message) => assistant.onDeleted(message),
      onSearch: (search) => assistant.onSearch(search),
    },
    words: {
      title: speaker.council.assistant,
      askForPost: speaker.reply('check-draft', {}),
      checkVerb: 'check.draft',
      apology: speaker.note('crash'),
      publicLine: speaker.say('public_line'),
    },
  };
}
