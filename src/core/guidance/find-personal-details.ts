import type { Council } from '../council';
import type { DraftLocal } from '../draft/draft-local';
import { findEntities } from '../draft/entities';
import { foldText } from '../draft/fold-text';
import { nameLocal } from '../draft/name-local';
import { findFullNames } from './find-full-names';

export type PersonalKind =
  | 'name'
  | 'phone'
  | 'email'
  | 'postcode'
  | 'address'
  | 'birthday'
  | 'plate'
  | 'number'
  | 'account';

/** Words that may tell who somebody is: UTF-16 offsets, `end` exclusive. */
export type PersonalDetail = { readonly kind: PersonalKind; readonly start: number; readonly end: number };

/** What of the kinds of entities tells who somebody is. What may be published has other names. */
const PERSONAL: { readonly [entity: string]: PersonalKind } = {
  person: 'name',
  phone: 'phone',
  mobile: 'phone',
  email: 'email',
  postcode: 'postcode',
  address: 'address',
  plate: 'plate',
  'ni-number': 'number',
  'sort-code': 'number',
  handle: 'account',
};

const BIRTH = /\b(?:born|birth|dob|d\.o\.b|birthday)\b/u;
/** How far before or behind a date a word of birth may stand, in letters. */
const NEAR = 25;

/**
 * Finds what may tell who somebody is, in reading order and without overlap. The council's own numbers and addresses, its venues, its
 * clerks and people in public office are no personal details.
 */
export function findPersonalDetails(text: string, council: Council): readonly PersonalDetail[] {
  const local = localOf(council);
  const folded = nameLocal(foldText(text), local);
  const entities = findEntities(folded.text, local).flatMap(({ name, start, end }) => {
    const kind = name === 'date' ? birthdayAt(folded.text, start, end) : PERSONAL[name];
    return kind ? [{ kind, start: folded.starts[start] ?? 0, end: folded.ends[end - 1] ?? 0 }] : [];
  });
  return merged([...entities, ...namesIn(text, local)]);
}

/** The clerks answer by their name, so it is no secret. */
function localOf({ clerk, clerks, publicNumbers, domains, venues, officeHolders, name }: Council): DraftLocal {
  return {
    publicNumbers: [...publicNumbers, clerk.phone],
    domains,
    venues: [...venues, name],
    officeHolders: [
      ...officeHolders,
      { name: clerk.name, office: clerk.title },
      ...clerks.map((one) => ({ name: one.name, office: clerk.title })),
    ],
  };
}

function birthdayAt(text: string, start: number, end: number): PersonalKind | undefined {
  return BIRTH.test(text.slice(Math.max(0, start - NEAR), end + NEAR)) ? 'birthday' : undefined;
}

function namesIn(text: string, { officeHolders, venues }: DraftLocal): readonly PersonalDetail[] {
  const known = [...officeHolders.map(({ name }) => name), ...venues].join('\n').toLowerCase();
  return findFullNames(text)
    .filter(({ start, end }) => !known.includes(text.slice(start, end).toLowerCase()))
    .map((stretch) => ({ kind: 'name', ...stretch }));
}

/** What overlaps is one detail, of the kind that begins first. */
function merged(details: readonly PersonalDetail[]): readonly PersonalDetail[] {
  const kept: PersonalDetail[] = [];
  for (const detail of [...details].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = kept.at(-1);
    if (last && detail.start < last.end) kept[kept.length - 1] = { ...last, end: Math.max(last.end, detail.end) };
    else kept.push(detail);
  }
  return kept;
}
