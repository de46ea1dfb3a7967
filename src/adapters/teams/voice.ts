import type { Log } from '../../app/ports';
import type { Reply } from '../../core/reply';
import { placeOf, toMessage } from './activities';
import type { Place } from './address';
import type { Answer, Connector } from './connector';
import { type Render, toActivity } from './envelope';
import type { Inbound } from './inbound';
import { isAccepted } from './sent';

export type VoiceParts = {
  readonly connector: Connector;
  readonly render: Render;
  readonly isPublic: (reply: Reply) => boolean;
  readonly textOnly: (tenant: string, personId: string) => Promise<boolean>;
  /** Said to everybody when a person cannot be reached privately; gives nothing away. */
  readonly publicLine: string;
  readonly log: Log;
};

/** What is said within a turn, to the person whose activity it is. */
export type Voice = {
  /** In a group or channel only that person sees it, unless the reply is public. */
  readonly reply: (activity: Inbound, reply: Reply) => Promise<void>;
  /** Draws the pressed card again where that shows nothing private, else replies. */
  readonly redraw: (activity: Inbound, reply: Reply) => Promise<void>;
  /** Said to the whole conversation. */
  readonly announce: (activity: Inbound, reply: Reply) => Promise<void>;
  /** Shows that an answer is coming, once, if `work` takes longer than half a second; in private chats only. */
  readonly whileTyping: <Result>(activity: Inbound, work: () => Promise<Result>) => Promise<Result>;
};

const TYPING_AFTER_MS = 500;
const PATIENT = { patient: true };

/**
 * Sends what is said within a turn, each message once: when it is uncertain whether one arrived, a second copy would be worse.
 * When the Bot Connector does not answer at all, nothing further is tried, so that the turn ends before Teams repeats it.
 */
export function createVoice(parts: VoiceParts): Voice {
  const { connector, render, isPublic, log } = parts;
  return { reply, redraw, announce, whileTyping };

  async function reply(activity: Inbound, said: Reply): Promise<void> {
    const place = placeOf(activity);
    const drawn = await draw(activity, said);
    const answer =
      place.scope === 'personal' || isPublic(said)
        ? await connector.send(place, drawn, PATIENT)
        : await sendPrivately(place, drawn);
    note(activity, answer);
  }

  async function redraw(activity: Inbound, said: Reply): Promise<void> {
    const place = placeOf(activity);
    const pressed = activity.replyToId;
    if (!pressed || said.plain || (place.scope !== 'personal' && !isPublic(said))) return reply(activity, said);
    const answer = await connector.update(
      { ...place, activity: pressed },
      toActivity(render, said, { textOnly: false }),
    );
    if (answer.status >= 400) return reply(activity, said);
    note(activity, answer);
  }

  async function announce(activity: Inbound, said: Reply): Promise<void> {
    note(activity, await connector.send(placeOf(activity), await draw(activity, said), PATIENT));
  }

  async function whileTyping<Result>(activity: Inbound, work: () => Promise<Result>): Promise<Result> {
    const place = placeOf(activity);
    if (place.scope !== 'personal') return work();
    const timer = setTimeout(() => void connector.send(place, { type: 'typing' }), TYPING_AFTER_MS);
    try {
      return await work();
    } finally {
      clearTimeout(timer);
    }
  }

  async function draw(activity: Inbound, said: Reply): Promise<object> {
    const { tenant, from } = toMessage(activity);
    return toActivity(render, said, { textOnly: await parts.textOnly(tenant, from.id) });
  }

  async function sendPrivately(place: Place, drawn: object): Promise<Answer> {
    const targeted = await connector.send(place, drawn, { targeted: true, patient: true });
    if (isAccepted(targeted) || targeted.status === 0) return targeted;
    const chat = await connector.openPrivateChat(place, PATIENT);
    if (isAccepted(chat) && typeof chat.body.id === 'string') {
      const sent = await connector.send({ ...place, scope: 'personal', conversation: chat.body.id }, drawn, PATIENT);
      if (isAccepted(sent) || sent.status === 0) return sent;
    }
    if (chat.status === 0) return chat;
    return connector.send(place, { type: 'message', textFormat: 'plain', text: parts.publicLine }, PATIENT);
  }

  function note(activity: Inbound, answer: Answer): void {
    if (!isAccepted(answer)) log.warn('A reply could not be sent.', { activity: activity.id, status: answer.status });
  }
}
