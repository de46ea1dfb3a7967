import type { Speaker } from '../conversation/speaker';
import type { Reply } from '../reply';
import type { CaseDesk, CaseReason } from './case';

/** Exactly what will be sent and who can read it; nothing has left yet. */
export function consentReply(
  ask: {
    readonly name: string;
    readonly question: string;
    readonly draft?: string;
    readonly readers: string;
    readonly reason: CaseReason;
    readonly requestId: string;
    readonly desk: CaseDesk;
  },
  speaker: Speaker,
): Reply {
  const { council } = speaker;
  const reader = ask.desk === 'alternate' ? (council.alternate?.name ?? '') : speaker.say('the_clerk');
  return speaker.reply('consent', {
    name: ask.name,
    heading: speaker.say('consent_heading', { reader }),
    question: ask.question,
    draft: ask.draft ?? null,
    readers: ask.readers,
    reason: ask.reason,
    requestId: ask.requestId,
    desk: ask.desk,
    urgent: ask.reason === 'urgent',
  });
}

/** It may be about the clerk, and nobody else can be reached from here: who to ask instead. Nothing was kept. */
export function aboutClerkReply(speaker: Speaker): Reply {
  const { alternate } = speaker.council;
  const who = alternate
    ? speaker.say('alternate_contact', { name: alternate.name, title: alternate.title, email: alternate.email })
    : speaker.say('alternate_standards');
  return speaker.reply('about-clerk', { who });
}

/** There is no channel to send to: who to call instead. Nothing was kept. */
export function notLinkedReply(speaker: Speaker): Reply {
  const { name, phone, email } = speaker.council.clerk;
  return speaker.reply('not-linked', { clerk: name, phone, email });
}
