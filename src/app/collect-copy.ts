import type { Case } from '../core/cases/case';
import type { Person } from '../core/model';
import type { AccessEntry } from '../core/records/access-entry';
import { hideName } from '../core/records/hide-name';
import { hideOthers } from '../core/records/hide-others';
import type { Deed, RecordCopy, Saved } from '../core/records/record-copy';
import type { Store } from './ports';
import { walkCases } from './walk-cases';
import { walkGuidance } from './walk-guidance';

/** A copy holds every line of the access log; no council comes near this. */
const MOST_ENTRIES = 100_000;

/** `by` is who takes the copy: it is noted for each case before the copy is handed over. */
export type CopyParts = {
  readonly store: Store;
  readonly council: string;
  readonly at: number;
  readonly by: Person;
};

/** A copy of one case. The name of a councillor who asked without one is not in it. */
export async function copyOfCase(one: Case, { store, council, at, by }: CopyParts): Promise<RecordCopy> {
  await store.access.add(one.tenant, [exportOf(one, at, by)]);
  const access = await store.access.ofCases(one.tenant, [one.id], MOST_ENTRIES);
  return { council, made: at, cases: [hideName(one)], access };
}

/**
 * A copy of everything that mentions one person, and of nobody else's questions. Whoever makes copies works for the clerk, so nothing of a
 * question about the clerk is in it, nor that there is one, unless it is made `forAlternate`.
 */
export async function copyOfPerson(
  tenant: string,
  person: Person,
  parts: CopyParts & { readonly forAlternate?: boolean },
): Promise<RecordCopy> {
  const { store, council, at, by, forAlternate = false } = parts;
  const cases: Case[] = [];
  const deeds: Deed[] = [];
  const hidden = new Set<string>();
  await walkCases(tenant, store, (one) => {
    if (one.desk === 'alternate' && !forAlternate) hidden.add(one.id);
    else if (one.councillor.id === person.id) cases.push(hideOthers(one));
    else deeds.push(...deedsIn(one, person));
  });
  const saved: Saved[] = [];
  await walkGuidance(tenant, store, ({ by: author, reference, version, at: moment }) => {
    if (author.id === person.id) saved.push({ reference, version, at: moment });
  });
  const isShown = ({ caseId }: { readonly caseId?: string }) => caseId === undefined || !hidden.has(caseId);
  const entries = cases.map((one) => exportOf(one, at, by));
  await store.access.add(tenant, entries.length > 0 ? entries : [{ at, by, action: 'exported' }]);
  const channel = await store.desk.clerkChannel(tenant);
  return {
    council,
    made: at,
    cases,
    access: await accessTo(tenant, cases, store),
    person: {
      ...person,
      settings: { textOnly: await store.people.textOnly(tenant, person.id) },
      deeds,
      saved,
      looked: (await store.access.ofPerson(tenant, person.id, MOST_ENTRIES)).filter(isShown),
      messages: (await store.records.messagesTo(tenant, person.id)).filter(isShown),
      clerkChannel: {
        linkedIt: channel?.linkedBy.id === person.id,
        mayAnswer: channel?.clerkIds.includes(person.id) ?? false,
      },
    },
  };
}

function deedsIn({ reference, events }: Case, { id }: Person): readonly Deed[] {
  return events
    .filter((event) => event.by.id === id || (event.kind === 'passed' && event.to.id === id))
    .map(({ kind, at }) => ({ reference, kind, at }));
}

/** A few cases at a time: a query takes no endless list of ids. */
async function accessTo(tenant: string, cases: readonly Case[], { access }: Store): Promise<readonly AccessEntry[]> {
  const found: AccessEntry[] = [];
  for (const { id } of cases) found.push(...(await access.ofCases(tenant, [id], MOST_ENTRIES)));
  return found.toSorted((a, b) => b.at - a.at);
}

function exportOf({ id, reference }: Case, at: number, by: Person): AccessEntry {
  return { at, by, action: 'exported', caseId: id, reference };
}
