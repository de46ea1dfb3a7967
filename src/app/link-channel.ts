import { chat } from '../core/conversation/card-replies';
import type { Turn } from '../core/reply';
import { isClerk } from './is-clerk';
import { isListedClerk } from './is-listed-clerk';
import { hashLinkCode, makeLinkCode } from './link-code';
import { movePosts } from './move-posts';
import type { Member } from './ports';
import { startCouncilTimers } from './ring-timers';
import type { Surroundings, Visit } from './surroundings';

const MOST_NAMES = 20;

/**
 * "link 493201" in a channel: checks the code, then says who can read the channel. Nothing is linked yet.
 * A clerk of the linked channel who types "link" alone gets a code for another channel.
 */
export async function previewLink(visit: Visit, rest: string, given: Surroundings): Promise<Turn> {
  const { speaker, messenger, store, clock } = given;
  const code = rest.replace(/\s/gu, '');
  const linked = await store.desk.clerkChannel(visit.tenant);
  if (code === '' && visit.scope === 'personal' && linked && (await isClerk(visit, linked, given)))
    return chat(speaker.note('link_new_code', { code: await makeLinkCode(store.desk, visit.tenant, clock) }));
  if (visit.scope !== 'channel') return chat(speaker.note('link_personal'));
  if (!/^\d{6}$/u.test(code)) return chat(speaker.note('link_no_code'));
  if (!(await codeIsRight(visit, code, given))) return chat(speaker.note('link_wrong_code'));
  const members = await messenger.membersOf(visit.address);
  if (members.length === 0) return chat(speaker.note('link_unreadable'));
  return chat(
    speaker.reply('link', {
      count: members.length,
      names: members
        .slice(0, MOST_NAMES)
        .map((member) => member.name)
        .join(', '),
      audience: audienceOf(members, given),
      code,
    }),
  );
}

/** The button below the list of readers: links the channel and spends the code. */
export async function linkChannel(visit: Visit, code: string, given: Surroundings): Promise<Turn> {
  const { speaker, store, messenger, clock, wakeDelivery } = given;
  if (visit.scope !== 'channel') return chat(speaker.note('link_personal'));
  if (!(await codeIsRight(visit, code, given)))
    return showOutcome(visit, (await isLinked(visit, given)) ? 'linked' : 'link_wrong_code', given);
  const members = await messenger.membersOf(visit.address);
  if (members.length === 0) return showOutcome(visit, 'link_unreadable', given);
  const clerkIds = [
    ...speaker.council.clerks.flatMap((clerk) => (clerk.id ? [clerk.id] : [])),
    ...members.filter((member) => isListedClerk(member, speaker.council.clerks)).map((member) => member.id),
  ];
  const before = await store.desk.clerkChannel(visit.tenant);
  await store.desk.linkChannel(
    visit.tenant,
    {
      address: visit.address,
      conversation: visit.conversation,
      linkedBy: visit.from,
      clerkIds: [...new Set(clerkIds)],
    },
    clock(),
  );
  await store.desk.spendLinkCode(visit.tenant);
  await startCouncilTimers(visit.tenant, store, { now: clock(), speaker });
  if (before && before.conversation !== visit.conversation) await movePosts(visit.tenant, given);
  // What could not be posted to the channel before can be posted now.
  await store.outbox.hurry(visit.tenant, 'channel', clock());
  wakeDelivery();
  return showOutcome(visit, 'linked', given);
}

/** The other button: nothing is linked. */
export async function leaveUnlinked(visit: Visit, given: Surroundings): Promise<Turn> {
  if (visit.scope !== 'channel') return chat(given.speaker.note('link_personal'));
  return showOutcome(visit, 'link_left', given);
}

/**
 * What came of a press, in place of the list of readers. The reply alone would change the card only for the person who pressed, and
 * everybody else in the channel would still have its buttons.
 */
async function showOutcome(visit: Visit, name: string, { speaker, messenger }: Surroundings): Promise<Turn> {
  const reply = speaker.reply('link-outcome', { outcome: speaker.say(name) });
  await messenger.update(visit.address, reply);
  return chat(reply);
}

/** Whether this channel is linked already: a second press finds the code spent, and that is no fault. */
async function isLinked(visit: Visit, { store }: Surroundings): Promise<boolean> {
  const channel = await store.desk.clerkChannel(visit.tenant);
  return channel?.conversation === visit.conversation;
}

function codeIsRight(visit: Visit, code: string, { store, clock }: Surroundings): Promise<boolean> {
  return store.desk.tryLinkCode(visit.tenant, hashLinkCode(visit.tenant, code), clock());
}

function audienceOf(members: readonly Member[], { speaker }: Surroundings): string {
  const outsiders = members.filter((member) => !isListedClerk(member, speaker.council.clerks));
  if (outsiders.length === 0) return speaker.say('link_all_clerks');
  return speaker.say('link_outsiders', {
    count: String(outsiders.length),
    names: outsiders
      .slice(0, MOST_NAMES)
      .map((member) => member.name)
      .join(', '),
  });
}
