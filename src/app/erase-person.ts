import type { Case } from '../core/cases/case';
import type { Person } from '../core/model';
import { isErasable } from '../core/records/forget-replies';
import { eraseCases } from './erase-cases';
import type { Store } from './ports';
import { walkCases } from './walk-cases';
import { walkGuidance } from './walk-guidance';

type Erasing = { readonly store: Store; readonly at: number; readonly by: Person };

/** What becomes of a person's cases: those whose words go, those on hold, those still open, and lines about what they did at the desk. */
export type PersonErasure = {
  readonly erasable: readonly Case[];
  readonly held: readonly Case[];
  readonly open: readonly Case[];
  /** Steps in the cases of others, lines of the access log and versions of saved answers. */
  readonly deeds: number;
};

/** What would be removed of a person, and what would stay. Changes nothing. */
export async function planErasure(tenant: string, person: Person, store: Store): Promise<PersonErasure> {
  const own: Case[] = [];
  let deeds = (await store.access.ofPerson(tenant, person.id, 100_000)).length;
  await walkCases(tenant, store, (one) => {
    if (one.councillor.id === person.id) own.push(one);
    else deeds += one.events.filter(({ by }) => by.id === person.id).length;
  });
  await walkGuidance(tenant, store, ({ by }) => {
    if (by.id === person.id) deeds += 1;
  });
  return {
    erasable: own.filter(isErasable),
    held: own.filter(({ held }) => held),
    open: own.filter((one) => !one.held && !isErasable(one)),
    deeds,
  };
}

/** Removes everything of a person that is neither on hold nor in use, and tells which cases lost their words. */
export async function erasePerson(
  tenant: string,
  person: Person,
  { store, at, by }: Erasing,
): Promise<readonly Case[]> {
  const { erasable } = await planErasure(tenant, person, store);
  await store.records.forgetPerson(tenant, person.id);
  return eraseCases(erasable, { store, at, by });
}
