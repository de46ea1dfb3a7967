import type { Case } from '../core/cases/case';
import { holderOf, passedTo } from '../core/cases/change-case';
import type { Speaker } from '../core/conversation/speaker';
import type { Clerk } from '../core/council';
import type { Person } from '../core/model';
import { ukDay } from '../core/uk-time';

/**
 * To whom an overdue case goes at a moment: a deputy who is not on leave, one who is on duty first. Undefined when there is none, when
 * that deputy has it already, and for a question about the clerk, which no clerk may see.
 */
export function deputyFor(one: Case, at: number, { council, office }: Speaker): Person | undefined {
  if (one.desk === 'alternate') return undefined;
  const today = ukDay(at);
  const has = holderOf(one) ?? passedTo(one);
  const here = council.clerks.filter(
    (clerk) =>
      clerk.deputy &&
      personOf(clerk).id !== has?.id &&
      !clerk.leave?.some(({ from, to }) => from <= today && today <= to),
  );
  const onDuty = office.onDuty(at);
  const chosen = here.find((clerk) => onDuty.includes(clerk)) ?? here[0];
  return chosen && personOf(chosen);
}

function personOf({ id, email, name }: Clerk): Person {
  return { id: id ?? email ?? name, name };
}
