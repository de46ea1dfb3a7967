import { CHANNEL, execute, type From, PRIYA, type TeamsPerson } from '../../contract/rig/activities';
import { TENANT_ID } from '../../contract/rig/openid';

/** The n-th councillor. */
export function councillor(n: number): TeamsPerson {
  const digits = String(n).padStart(12, '0');
  return { user: `29:councillor-${n}`, id: `00000000-0000-4000-9000-${digits}`, name: `Cllr ${n}` };
}

/** The private chat of a councillor, as the loopback connector names it. */
export function chatOf(person: TeamsPerson): string {
  return `a:1-${person.user}`;
}

/** The n-th councillor presses "send". Urgent, because that waits for no working hours and joins no other question. */
export function sendCase(serviceUrl: string, n: number) {
  const data = {
    requestId: `request-${n}`,
    question: `Somebody threatens me, number ${n}.`,
    reason: 'urgent',
    desk: 'clerk',
  };
  return execute({ serviceUrl, person: councillor(n) }, 'case.send', { data });
}

/** Where a clerk acts. */
export function atDesk(serviceUrl: string, person: TeamsPerson = PRIYA): From {
  return { serviceUrl, person, scope: 'channel' };
}

/** The clerk's channel, linked; its address is that of a loopback connector. */
export function linkedChannel(address: string, clerkIds: readonly string[]) {
  return { address, conversation: CHANNEL, linkedBy: { id: PRIYA.id, name: PRIYA.name }, clerkIds };
}

export { TENANT_ID };
