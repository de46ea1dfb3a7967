import type { Case } from '../core/cases/case';
import { nameOf } from '../core/cases/case-talk';
import type { Speaker } from '../core/conversation/speaker';
import type { Member, Messenger, Store } from './ports';

type Parts = { readonly store: Store; readonly messenger: Messenger; readonly speaker: Speaker };

/**
 * The web address of a chat with the councillor of a case, for a clerk whose words the assistant could not bring. Undefined when the
 * name is not shown, because the address would tell it, and when nobody knows how the councillor signs in.
 */
export async function chatWith(one: Case, parts: Parts): Promise<string | undefined> {
  if (nameOf(one, parts.speaker) === undefined) return undefined;
  const email = (await known(one, parts))?.email;
  return email && parts.messenger.chatLink(email);
}

/** Somebody who has removed the assistant may be out of its sight in their own chat, and still be among those who read the channel. */
async function known({ tenant, councillor, councillorAddress }: Case, parts: Parts): Promise<Member | undefined> {
  const { store, messenger } = parts;
  const person = await messenger.memberOf(councillorAddress);
  if (person?.id === councillor.id) return person;
  const channel = await store.desk.clerkChannel(tenant);
  const members = channel ? await messenger.membersOf(channel.address) : [];
  return members.find(({ id }) => id === councillor.id);
}
