import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openStore } from '../src/adapters/storage/open-store';
import type { Store } from '../src/app/ports';
import { createSpeaker } from '../src/core/conversation/speaker';
import { readRecordsRequest } from '../src/records-request';
import { runRecords } from '../src/run-records';
import { ANN, COUNCIL_ID, closedCase, MARY, openedCase } from './adapters/storage/record-samples';
import { newGuidance } from './adapters/storage/samples';
import { temporaryFolder } from './adapters/storage/temporary-folder';
import { COUNCIL, KNOWLEDGE, ROOT } from './app/rig';

const FOLDER = temporaryFolder();
const alternate = { id: 'chair', name: 'Anita Rao', title: 'chair', email: 'chair@example.gov.uk' };
const SPEAKER = createSpeaker(KNOWLEDGE, { ...COUNCIL, alternate });
const BY = { id: 'account:it', name: 'the account it' };
const AT = Date.parse('2030-01-01T00:00:00Z');

describe('records from the command line', () => {
  let store: Store;
  let out: string;
  let folders = 0;
  beforeEach(async () => {
    store = await openStore('file::memory:');
    folders += 1;
    out = join(FOLDER, `out-${folders}`);
  });
  afterEach(() => store.close());

  const run = async (...words: readonly string[]) => {
    const parts = { tenant: COUNCIL_ID, store, speaker: SPEAKER, at: AT, by: BY };
    return (await runRecords(readRecordsRequest(words), parts)).join('\n');
  };
  const read = (name: string) => readFileSync(join(out, name), 'utf8');
  const actions = async (id: string) =>
    (await store.access.ofCases(COUNCIL_ID, [id], 10)).map(({ action, by }) => [action, by.id]);

  it('a copy of a person is written as JSON and as a page that nobody else may read, and is noted', async () => {
    const one = await closedCase(store, 'a');
    mkdirSync(out);
    writeFileSync(join(out, `person-${MARY.id}.json`), 'an older copy', { mode: 0o644 });
    const told = await run('export', '--person', MARY.name, '--out', out);
    expect(told).toContain(`person-${MARY.id}.html`);
    for (const name of [`person-${MARY.id}.json`, `person-${MARY.id}.html`]) {
      expect(read(name)).toContain('Leave the canary alone.');
      expect(read(name)).toContain(one.reference);
      expect(statSync(join(out, name)).mode & 0o077).toBe(0);
    }
    expect(await actions('a')).toEqual([['exported', BY.id]]);
  });

  it('a copy of one case leaves out the name of a councillor who asked without one; a copy of the person warns of it', async () => {
    const one = await openedCase(store, 'a', { nameless: true, question: 'May I?', draft: 'Hello.' });
    await run('export', '--case', one.reference, '--out', out);
    for (const text of [read('C-0001.json'), read('C-0001.html')]) {
      expect(text).toContain('May I?');
      expect(text).not.toContain(MARY.name);
      expect(text).not.toContain(MARY.id);
    }
    expect(await run('export', '--person', MARY.id, '--out', out)).toContain(
      SPEAKER.say('records_nameless', { reference: one.reference }),
    );
  });

  it('a case about the clerk is copied only for the person named for such questions', async () => {
    await openedCase(store, 'a', { desk: 'alternate' });
    await expect(run('export', '--case', 'C-0001', '--out', out)).rejects.toThrow(
      SPEAKER.say('records_alternate', { reference: 'C-0001', name: alternate.name }),
    );
    expect(await actions('a')).toEqual([]);
    await run('export', '--case', 'C-0001', '--out', out, '--for-alternate');
    expect(read('C-0001.html')).toContain('May I film the canary?');
  });

  it('a copy of a person leaves a question about the clerk out, says so each time, and has it for the person named', async () => {
    await openedCase(store, 'a', { desk: 'alternate' });
    await openedCase(store, 'b', { question: 'May I film the bins?' });
    const person = ['export', '--person', MARY.id, '--out', out];
    expect(await run(...person)).toContain(SPEAKER.say('records_without_alternate'));
    expect(read(`person-${MARY.id}.html`)).toContain('May I film the bins?');
    expect(read(`person-${MARY.id}.html`)).not.toContain('May I film the canary?');
    expect(await run(...person, '--for-alternate')).not.toContain(SPEAKER.say('records_without_alternate'));
    expect(read(`person-${MARY.id}.html`)).toContain('May I film the canary?');
  });

  it.each([
    [['export', '--person', 'nobody', '--out', 'x'], 'records_nobody', { person: 'nobody' }],
    [['erase', '--person', 'nobody', '--yes'], 'records_nobody', { person: 'nobody' }],
    [['export', '--case', 'C-0099', '--out', 'x'], 'records_no_case', { reference: 'C-0099' }],
    [['hold', '--case', 'C-0099', '--why', 'x'], 'records_no_case', { reference: 'C-0099' }],
  ])('%j finds nobody and no case', async (words, name, values) => {
    await expect(run(...words)).rejects.toThrow(SPEAKER.say(name, values));
  });

  it('a name that two people share is asked for by id', async () => {
    await openedCase(store, 'a');
    await openedCase(store, 'b', { councillor: { id: 'id-2', name: MARY.name } });
    await expect(run('erase', '--person', MARY.name, '--yes')).rejects.toThrow(`${MARY.id}, id-2`);
  });

  it('erasing needs a yes, and says what goes and what stays', async () => {
    const over = await closedCase(store, 'over');
    const held = await closedCase(store, 'held');
    const open = await openedCase(store, 'open');
    await run('hold', '--case', held.reference, '--why', 'a request');
    const plan = await run('erase', '--person', MARY.id);
    expect(plan.split('\n').slice(0, 3)).toEqual([
      SPEAKER.say('records_erase_can', { references: over.reference }),
      SPEAKER.say('records_erase_held', { references: held.reference }),
      SPEAKER.say('records_erase_open', { references: open.reference }),
    ]);
    expect(plan).toContain(SPEAKER.say('records_erase_yes'));
    expect(await store.cases.byId(COUNCIL_ID, 'over')).toEqual(over);
    expect(await run('erase', '--person', MARY.id, '--yes')).toContain(SPEAKER.say('records_erased', { count: '1' }));
    expect(await store.cases.byId(COUNCIL_ID, 'over')).toMatchObject({ question: '', wiped: AT });
    expect(await actions('over')).toEqual([['erased', BY.id]]);
  });

  it('erasing takes questions about the clerk too, and tells nobody that there are any', async () => {
    const over = await closedCase(store, 'over', { desk: 'alternate' });
    const open = await openedCase(store, 'open', { desk: 'alternate' });
    await store.people.setTextOnly(COUNCIL_ID, 'id-quiet', true);
    for (const yes of [[], ['--yes']]) {
      const told = await run('erase', '--person', MARY.id, ...yes);
      expect(told).not.toMatch(/C-\d/u);
      expect(told).toBe(await run('erase', '--person', 'id-quiet', ...yes));
    }
    expect(await store.cases.byId(COUNCIL_ID, over.id)).toMatchObject({ question: '', wiped: AT });
    expect(await store.cases.byId(COUNCIL_ID, open.id)).toMatchObject({ question: open.question });
  });

  it('a clerk is told that what they did at the desk stays for now', async () => {
    await closedCase(store, 'a');
    await store.guidance.save(newGuidance('saved', { tenant: COUNCIL_ID, by: ANN }));
    expect(await run('erase', '--person', ANN.id)).toContain(SPEAKER.say('records_erase_deeds', { count: '3' }));
    await run('export', '--person', ANN.id, '--out', out);
    expect(read(`person-${ANN.id}.html`)).toContain('G-0001, version 1');
  });

  it('a hold is set and ended with its reason', async () => {
    await openedCase(store, 'a');
    const reference = 'C-0001';
    expect(await run('hold', '--case', reference, '--why', 'a request')).toBe(SPEAKER.say('done_held', { reference }));
    expect(await run('hold', '--case', reference, '--why', 'again')).toBe(SPEAKER.say('already_held', { reference }));
    expect(await run('release', '--case', reference, '--why', 'done')).toBe(
      SPEAKER.say('done_released', { reference }),
    );
    expect((await store.access.ofCases(COUNCIL_ID, ['a'], 9)).map(({ why }) => why)).toEqual(['done', 'a request']);
  });

  it('a dry run of retention says what would go and removes nothing; the run itself removes it', async () => {
    const over = await closedCase(store, 'over');
    const held = await closedCase(store, 'held');
    await run('hold', '--case', held.reference, '--why', 'a request');
    await store.outbox.sent('over:message', 5, {});
    const told = await run('retention', '--dry-run');
    expect(told).toBe(
      [
        SPEAKER.say('records_retention_would', { cases: `1 ${over.reference}`, rows: '1' }),
        SPEAKER.say('records_retention_held', { references: held.reference }),
      ].join('\n'),
    );
    expect(await store.cases.byId(COUNCIL_ID, 'over')).toMatchObject({
      question: over.question,
      version: over.version,
    });
    expect(await run('retention')).toContain('1');
    expect(await store.cases.byId(COUNCIL_ID, 'over')).toMatchObject({ wiped: AT });
    expect(await run('retention', '--dry-run')).toContain(
      SPEAKER.say('records_retention_would', { cases: '0', rows: '0' }),
    );
  });
});

describe('the command itself', () => {
  const loader = join(__dirname, 'ts.js');
  const program = ['--no-warnings', '-r', loader, join(ROOT, 'src', 'records.ts')];
  const command = (url: string, ...words: readonly string[]) =>
    spawnSync(process.execPath, [...program, ...words], {
      encoding: 'utf8',
      env: { PATH: process.env.PATH, STORE_URL: url },
    });

  it('says what to do while the assistant has the file, and works when it has not', async () => {
    const url = `file:${join(FOLDER, 'shared.db')}`;
    const store = await openStore(url);
    await closedCase(store, 'a');
    const refused = command(url, 'retention', '--dry-run', '--tenant', COUNCIL_ID);
    expect(refused).toMatchObject({ status: 1, stdout: '' });
    expect(refused.stderr).toContain('stop it, run this again, and start it');
    await store.close();
    const done = command(url, 'retention', '--dry-run', '--tenant', COUNCIL_ID);
    expect(done).toMatchObject({ status: 0, stderr: '' });
    expect(done.stdout).toContain('C-0001');
  });

  it('asks which council when nothing says so', () => {
    expect(command('file::memory:', 'retention').stderr).toContain('--tenant');
  });
});
