import type { Case } from '../cases/case';
import type { Person } from '../model';

const NOBODY: Person = { id: 'nameless', name: '' };

/** A case whose councillor asked without a name, so that nobody learns it from a copy; any other case as it is. */
export function hideName(one: Case): Case {
  if (!one.nameless) return one;
  const own = one.councillor.id;
  return {
    ...one,
    councillor: NOBODY,
    councillorAddress: '',
    events: one.events.map((event) => (event.by.id === own ? { ...event, by: NOBODY } : event)),
  };
}
