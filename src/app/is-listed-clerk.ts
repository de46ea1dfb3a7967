import type { Clerk } from '../core/council';
import type { Member } from './ports';

/** Whether the council lists somebody as a clerk, by directory id or by e-mail address. */
export function isListedClerk(member: Member, clerks: readonly Clerk[]): boolean {
  return clerks.some(
    (clerk) =>
      clerk.id === member.id ||
      (clerk.email !== undefined && clerk.email.toLowerCase() === member.email?.toLowerCase()),
  );
}
