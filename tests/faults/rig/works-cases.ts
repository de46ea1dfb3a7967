import { writeSync } from 'node:fs';
import { openStore } from '../../../src/adapters/storage/open-store';
import { planCase } from '../../../src/app/plan-case';
import type { CaseStore } from '../../../src/app/ports';
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
async function workCases(url: string, round: string): Promise<void> {
  const store = await openStore(url);
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

const [, , url = '', round = ''] = process.argv;
workCases(url, round).catch((error) => {
  writeSync(2, error.message);
  process.exitCode = 1;
});
