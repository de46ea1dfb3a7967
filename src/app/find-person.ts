import type { Person } from '../core/model';
import type { Store } from './ports';
import { walkCases } from './walk-cases';
import { walkGuidance } from './walk-guidance';

/**
 * Everybody in a council's records whose directory id or name is `wanted`, whichever letters are capital. Several people may share a
 * name. Somebody without a case is found by the id alone.
 */
export async function findPeople(tenant: string, wanted: string, store: Store): Promise<readonly Person[]> {
  const found = new Map<string, Person>();
  const name = wanted.toLowerCase();
  const look = (person: Person) => {
    if (person.id === wanted || person.name.toLowerCase() === name) found.set(person.id, person);
  };
  await walkCases(tenant, store, (one) => {
    look(one.councillor);
    for (const event of one.events) {
      look(event.by);
      if (event.kind === 'passed') look(event.to);
    }
  });
  await walkGuidance(tenant, store, ({ by }) => look(by));
  if (found.size > 0) return [...found.values()];
  const [latest] = await store.access.ofPerson(tenant, wanted, 1);
  if (latest) return [latest.by];
  const known = (await store.people.textOnly(tenant, wanted)) || (await isAtTheDesk(tenant, wanted, store));
  return known ? [{ id: wanted, name: '' }] : [];
}

async function isAtTheDesk(tenant: string, id: string, { desk }: Store): Promise<boolean> {
  const channel = await desk.clerkChannel(tenant);
  return channel !== undefined && [channel.linkedBy.id, ...channel.clerkIds].includes(id);
}
