import type { Message, Person, Press, Scope } from '../../core/model';
import { type Place, rootOf, writeAddress } from './address';
import type { Inbound } from './inbound';
import { wordsOf } from './plain-text';

/** The assistant was added to a chat, a group or a team. `addedBy` is a name for display. */
export type Arrival = Pick<Message, 'tenant' | 'conversation' | 'scope' | 'address'> & {
  readonly person?: Person;
  readonly addedBy?: string;
};

/** Longer boxes are cut: a message in Teams holds at most about 28,000 characters. */
const LONGEST_VALUE = 20_000;

const SCOPES: { readonly [conversationType: string]: Scope } = {
  personal: 'personal',
  groupChat: 'group',
  channel: 'channel',
};

/** Comes with every formatted message, and is the same words again. */
const SAME_WORDS = 'text/html';

export function toMessage(activity: Inbound): Message {
  return {
    kind: 'message',
    ...partsOf(activity),
    text: wordsOf(activity),
    attachments: activity.attachments.some((attachment) => attachment.contentType !== SAME_WORDS),
    address: writeAddress(placeOf(activity)),
  };
}

/** A pressed button, whether the client sent Action.Execute or its older stand-in Action.Submit; undefined for anything else. */
export function toPress(activity: Inbound): Press | undefined {
  const pressed = activity.type === 'invoke' ? fieldsOf(fieldsOf(activity.value).action) : fieldsOf(activity.value);
  if (activity.type === 'invoke' && activity.name !== 'adaptiveCard/action') return undefined;
  if (activity.type !== 'invoke' && (activity.type !== 'message' || activity.text !== '')) return undefined;
  if (typeof pressed.verb !== 'string' || pressed.verb === '') return undefined;
  return pressOf(activity, pressed.verb, activity.type === 'invoke' ? pressed.data : pressed);
}

/** A press made of a verb and what the client sent with it. The address carries the pressed card's id where it is known. */
export function pressOf(activity: Inbound, verb: string, sent: unknown): Press {
  const card = activity.replyToId ? { activity: activity.replyToId } : {};
  return {
    kind: 'press',
    ...partsOf(activity),
    verb,
    data: stringsOf(sent),
    address: writeAddress({ ...placeOf(activity), ...card }),
  };
}

export function toArrival(activity: Inbound): Arrival {
  const { tenant, conversation, scope, from } = partsOf(activity);
  const address = writeAddress(placeOf(activity));
  const by = from.name === '' ? {} : { addedBy: from.name };
  return { tenant, conversation, scope, address, ...by, ...(scope === 'personal' ? { person: from } : {}) };
}

/** Where an activity came from. */
export function placeOf(activity: Inbound): Place {
  return {
    serviceUrl: activity.serviceUrl,
    tenant: tenantOf(activity) ?? '',
    conversation: activity.conversation.id,
    scope: scopeOf(activity),
    user: activity.from.id,
    bot: activity.recipient.id,
  };
}

export function tenantOf(activity: Inbound): string | undefined {
  return activity.conversation.tenantId ?? activity.channelData?.tenant?.id;
}

/** The words and numbers of what a client sent, as text. Lists and objects are not boxes that a person filled in. */
export function stringsOf(sent: unknown): { readonly [name: string]: string } {
  const fields = Object.entries(fieldsOf(sent)).filter(
    ([name, value]) => name !== 'verb' && ['string', 'number', 'boolean'].includes(typeof value),
  );
  return Object.fromEntries(fields.map(([name, value]) => [name, String(value).slice(0, LONGEST_VALUE)]));
}

/** The fields of something that may or may not be an object. */
export function fieldsOf(value: unknown): { readonly [name: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
}

function partsOf(activity: Inbound): Pick<Message, 'id' | 'tenant' | 'conversation' | 'scope' | 'from'> {
  const scope = scopeOf(activity);
  return {
    id: activity.id,
    tenant: tenantOf(activity) ?? '',
    conversation: scope === 'channel' ? rootOf(activity.conversation.id) : activity.conversation.id,
    scope,
    from: { id: activity.from.aadObjectId || activity.from.id, name: activity.from.name ?? '' },
  };
}

/** Where the type is missing, anything that could have other readers counts as a group. */
function scopeOf({ conversation }: Inbound): Scope {
  const known = SCOPES[conversation.conversationType ?? ''];
  if (known !== undefined) return known;
  return conversation.isGroup || conversation.id.startsWith('19:') ? 'group' : 'personal';
}
