import { withCaseNamed } from '../core/conversation/commands';
import type { Message } from '../core/model';
import type { Surroundings } from './surroundings';

/** The words of a message with the case named that they are about: in a case's own thread, its number need not be typed. */
export function nameCase(message: Message, { speaker, store, messenger }: Surroundings): Promise<string> {
  const { text, scope, tenant, address } = message;
  return withCaseNamed(text, speaker.knowledge.commands, {
    alone: scope === 'channel' ? 'open' : 'status',
    thread: async () => {
      if (scope !== 'channel') return undefined;
      const posts = await store.cases.posts(tenant);
      return posts.find(({ post }) => messenger.isInThread(address, post))?.reference;
    },
  });
}
