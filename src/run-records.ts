import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { copyOfCase, copyOfPerson } from './app/collect-copy';
import { erasePerson, planErasure } from './app/erase-person';
import { findPeople } from './app/find-person';
import type { Store } from './app/ports';
import { keptSinceOf, retain } from './app/retain';
import { setHold } from './app/set-hold';
import { walkCases } from './app/walk-cases';
import type { Case } from './core/cases/case';
import { keptSince } from './core/cases/retention';
import type { Speaker } from './core/conversation/speaker';
import type { Person } from './core/model';
import { copyPage } from './core/records/copy-page';
import { copyAsJson, type RecordCopy } from './core/records/record-copy';
import type { RecordsRequest } from './records-request';

/** `by` is who does it, for the access log; `at` is milliseconds since 1970 UTC. */
export type RecordsParts = {
  readonly tenant: string;
  readonly store: Store;
  readonly speaker: Speaker;
  readonly at: number;
  readonly by: Person;
};

/** Does what was asked for and gives the lines to print. Throws a sentence when it cannot be done. */
export async function runRecords(request: RecordsRequest, parts: RecordsParts): Promise<readonly string[]> {
  switch (request.kind) {
    case 'export-person':
      return exportPerson(request, parts);
    case 'export-case':
      return exportCase(request, parts);
    case 'erase':
      return erase(request, parts);
    case 'hold':
      return hold(request, parts);
    case 'retention':
      return request.dryRun ? dryRun(parts) : runRetention(parts);
  }
}

type Asked<Kind> = Extract<RecordsRequest, { readonly kind: Kind }>;

async function exportPerson(
  { person, out, forAlternate }: Asked<'export-person'>,
  parts: RecordsParts,
): Promise<readonly string[]> {
  const { tenant, speaker } = parts;
  const found = await onePerson(person, parts);
  const copy = await copyOfPerson(tenant, found, { ...parts, council: speaker.council.name, forAlternate });
  const nameless = copy.cases.filter(({ nameless }) => nameless);
  return [
    ...writeCopy(copy, { out, name: `person-${fileName(found.id)}` }, speaker),
    ...nameless.map(({ reference }) => speaker.say('records_nameless', { reference })),
    ...(forAlternate ? [] : [speaker.say('records_without_alternate')]),
  ];
}

async function exportCase(
  { reference, out, forAlternate }: Asked<'export-case'>,
  parts: RecordsParts,
): Promise<readonly string[]> {
  const { speaker } = parts;
  const one = await oneCase(reference, parts);
  const { alternate } = speaker.council;
  if (one.desk === 'alternate' && !forAlternate)
    throw new Error(speaker.say('records_alternate', { reference, name: alternate?.name ?? '' }));
  const copy = await copyOfCase(one, { ...parts, council: speaker.council.name });
  return writeCopy(copy, { out, name: reference }, speaker);
}

async function erase({ person, yes }: Asked<'erase'>, parts: RecordsParts): Promise<readonly string[]> {
  const { tenant, store, speaker } = parts;
  const found = await onePerson(person, parts);
  const { erasable, held, open, deeds } = await planErasure(tenant, found, store);
  const named = (name: string, cases: readonly Case[]) =>
    ofClerk(cases).length === 0 ? [] : [speaker.say(name, { references: listed(ofClerk(cases)) })];
  const stays = [
    ...named('records_erase_held', held),
    ...named('records_erase_open', open),
    ...(deeds === 0 ? [] : [speaker.say('records_erase_deeds', { count: String(deeds) })]),
    speaker.say('records_erase_alternate'),
  ];
  if (!yes) return [...named('records_erase_can', erasable), ...stays, speaker.say('records_erase_yes')];
  const erased = await erasePerson(tenant, found, parts);
  return [speaker.say('records_erased', { count: String(ofClerk(erased).length) }), ...stays];
}

async function hold({ reference, action, why }: Asked<'hold'>, parts: RecordsParts): Promise<readonly string[]> {
  const { store, speaker, at, by } = parts;
  const one = await oneCase(reference, parts);
  return [speaker.say(await setHold(one, { store, action, why, at, by }), { reference })];
}

async function runRetention({ tenant, store, speaker, at }: RecordsParts): Promise<readonly string[]> {
  const { cases, rows } = await retain(tenant, { store, settings: speaker.council.records, clock: () => at });
  return [speaker.say('records_retention_done', { cases: String(cases), rows: String(rows) })];
}

async function dryRun({ tenant, store, speaker, at }: RecordsParts): Promise<readonly string[]> {
  const settings = speaker.council.records;
  const ended = await store.records.ended(tenant, keptSince(at, settings.casesMonths), Number.MAX_SAFE_INTEGER);
  const rows = await store.records.clearable(tenant, keptSinceOf(settings, at));
  const held: Case[] = [];
  await walkCases(tenant, store, (one) => {
    if (one.held) held.push(one);
  });
  return [
    speaker.say('records_retention_would', { cases: `${ended.length} ${listed(ended)}`.trim(), rows: String(rows) }),
    ...(held.length === 0 ? [] : [speaker.say('records_retention_held', { references: listed(held) })]),
  ];
}

async function onePerson(wanted: string, { tenant, store, speaker }: RecordsParts): Promise<Person> {
  const [found, ...others] = await findPeople(tenant, wanted, store);
  if (!found) throw new Error(speaker.say('records_nobody', { person: wanted }));
  if (others.length === 0) return found;
  const ids = [found, ...others].map(({ id }) => id).join(', ');
  throw new Error(speaker.say('records_many', { person: wanted, ids }));
}

async function oneCase(reference: string, { tenant, store, speaker }: RecordsParts): Promise<Case> {
  const one = await store.cases.byReference(tenant, reference);
  if (!one) throw new Error(speaker.say('records_no_case', { reference }));
  return one;
}

type Place = { readonly out: string; readonly name: string };

/** The copy holds what is private, so nobody but this account may read it. */
function writeCopy(copy: RecordCopy, { out, name }: Place, speaker: Speaker): readonly string[] {
  mkdirSync(out, { recursive: true, mode: 0o700 });
  const texts = { json: copyAsJson(copy), html: copyPage(copy, speaker) };
  return Object.entries(texts).map(([ending, text]) => {
    const file = join(out, `${name}.${ending}`);
    // A file that is there already would keep the rights that it has.
    rmSync(file, { force: true });
    writeFileSync(file, text, { flag: 'wx', mode: 0o600 });
    return speaker.say('records_written', { file });
  });
}

/** Those that may be listed beside a name: that somebody asked about the clerk is not for whoever works for the clerk. */
function ofClerk(cases: readonly Case[]): readonly Case[] {
  return cases.filter(({ desk }) => desk === 'clerk');
}

function listed(cases: readonly Case[]): string {
  return cases.map(({ reference }) => reference).join(', ');
}

function fileName(id: string): string {
  return id.replace(/[^\w.-]/gu, '_');
}
