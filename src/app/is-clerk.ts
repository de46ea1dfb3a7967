import { isListedClerk } from './is-listed-clerk';
import type { ClerkChannel } from './ports';
import type { Surroundings, Visit } from './surroundings';

export type ClerkMeans = Pick<Surroundings, 'store' | 'speaker' | 'messenger'>;

/**
 * Whether somebody may answer in a linked channel. Who was a clerk when it was linked may have left since, so the council's list counts
 * too; whoever it knows by an e-mail address is looked up.
 */
export async function isClerk(
  { from, address }: Visit,
  { clerkIds }: ClerkChannel,
  { speaker, messenger }: ClerkMeans,
): Promise<boolean> {
  const { clerks } = speaker.council;
  if (!clerkIds.includes(from.id)) return false;
  if (clerks.some(({ id }) => id === from.id)) return true;
  if (clerks.every(({ id }) => id !== undefined)) return false;
  const member = await messenger.memberOf(address);
  return member !== undefined && member.id === from.id && isListedClerk(member, clerks);
}
