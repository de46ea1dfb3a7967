import { writeSync } from 'node:fs';
import { sql } from 'kysely';
import { openSqliteTables } from '../../../src/adapters/storage/open-sqlite-tables';
import { openStore } from '../../../src/adapters/storage/open-store';
import { storeOn } from '../../../src/adapters/storage/store-on';
import { planCase } from '../../../src/app/plan-case';
import type { CaseStore, Store } from '../../../src/app/ports';
import { stepCase } from '../../../src/app/step-case';
import type { Office } from '../../../src/core/cases/office';

/** An office that always works, so that this process need not read what the assistant knows. */
const OFFICE: Office = {
  onDuty: () => [],
  nextOnDuty: (at) => ({ at, clerks: [] }),
  nextMorning: () => undefined,
  due: () => undefined,
  nudgeAt: () => undefined,
};

/** Run as a process of its own: opens and answers cases without end, four at a time, and prints each step that the store has acknowledged. */
async function workCases(url: string, round: string, open: (url: string) => Promise<Store>): Promise<void> {
  const store = await open(url);
  for (let i = 0; ; i += 1) await Promise.all([0, 1, 2, 3].map((lane) => live(store.cases, `${round}-${i}-${lane}`)));
}

async function live(cases: CaseStore, id: string): Promise<void> {
  const councillor = { id: `person-${id}`, name: 'Mary Poole' };
  const opened = await cases.open(
    {
      id,
      requestId: id,
      tenant: 'council-1',
      reason: 'asked_for',
      desk: 'clerk',
      councillor,
      councillorAddress: 'v1:chat',
      question: 'May I film?',
      about: {},
      nearest: [],
    },
    { at: 1, joins: () => false, plan: (saved) => planCase(saved, OFFICE) },
  );
  writeSync(1, `${id} 1\n`);
  const answered = { kind: 'answered', at: 2, by: { id: 'clerk', name: 'Priya Shah' }, text: 'No.' } as const;
  const change = stepCase(opened.case, answered, OFFICE);
  if (!change || !(await cases.change([change], 2))) throw new Error('not changed');
  writeSync(1, `${id} 2\n`);
}

/** A store that does not wait for the disk, to show that a cut of the power is noticed. */
async function openUnsynced(url: string): Promise<Store> {
  const tables = await openSqliteTables(url);
  await sql`pragma synchronous = off`.execute(tables.db);
  return storeOn(tables);
}

const [, , url = '', round = '', unsynced] = process.argv;
workCases(url, round, unsynced ? openUnsynced : openStore).catch((error) => {
  writeSync(2, error.message);
  process.exitCode = 1;
});
