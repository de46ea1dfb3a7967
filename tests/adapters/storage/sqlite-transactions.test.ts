import { join } from 'node:path';
import { sql } from 'kysely';
import { migrate } from '../../../src/adapters/storage/migrate';
import { migrations } from '../../../src/adapters/storage/migrations';
import { storeParts } from '../../../src/adapters/storage/store-parts';
import { openDatabase } from './open-database';
import { newCase, opening, tenant } from './samples';
import { temporaryFolder } from './temporary-folder';

const folder = temporaryFolder();

it('takes the write lock when a transaction begins', async () => {
  const { db, file } = await openDatabase(':memory:');
  const begun: string[] = [];
  const prepare = file.prepare;
  Object.assign(file, {
    prepare: (text: string) => {
      begun.push(text);
      return prepare(text);
    },
  });
  await storeParts(db).cases.open(newCase('a'), opening(1));
  expect(begun.filter((text) => text.startsWith('begin'))).toEqual(['begin immediate']);
  await db.destroy();
});

it('changes nothing when the tables are brought up to date a second time', async () => {
  const { db } = await openDatabase(':memory:');
  const before = await tables();
  await migrate(db, migrations);
  expect(await tables()).toEqual(before);
  await db.destroy();

  async function tables() {
    return (await sql`select name, sql from sqlite_master order by name`.execute(db)).rows;
  }
});

it('leaves nothing behind of a step that fails half-way, and runs it again later', async () => {
  const { db } = await openDatabase(':memory:');
  const step = (fail: string) => ({
    ...migrations,
    '9999-next': {
      up: async (trx: typeof db) => {
        await trx.schema.createTable('next').addColumn('id', 'text').execute();
        if (fail !== '') throw new Error(fail);
      },
    },
  });
  await expect(migrate(db, step('no power'))).rejects.toMatchObject({ cause: new Error('no power') });
  await migrate(db, step(''));
  await db.destroy();
});

it('says that the disk is full, keeps nothing of the change, reads on, and writes again once there is room', async () => {
  const { db, file } = await openDatabase(join(folder, 'full.db'));
  const { cases } = storeParts(db);
  await cases.open(newCase('a'), opening(1));
  file.prepare('pragma max_page_count = 1').all([]);
  const large = newCase('b', { question: 'x'.repeat(100_000) });
  await expect(cases.open(large, opening(2))).rejects.toMatchObject({ name: 'StoreFullError' });
  expect((await cases.waiting(tenant, 'clerk', 10)).map(({ id }) => id)).toEqual(['a']);
  file.prepare('pragma max_page_count = 1000000').all([]);
  expect((await cases.open(large, opening(3))).case.reference).toBe('C-0002');
  await db.destroy();
});

it('tells the first error of a transaction that SQLite has undone by itself', async () => {
  const { db, file } = await openDatabase(':memory:');
  const failing = db.transaction().execute(async () => {
    file.prepare('rollback').run([]);
    throw new Error('the disk is full');
  });
  await expect(failing).rejects.toThrow('the disk is full');
  await db.destroy();
});

it('removes old keys a few at a time', async () => {
  const { db } = await openDatabase(':memory:');
  const { seen } = storeParts(db);
  for (let i = 0; i < 120; i++) await seen.firstSight(`old ${i}`, i);
  const left = [];
  for (const key of ['a', 'b', 'c', 'd']) {
    await seen.firstSight(key, 1e12);
    left.push((await db.selectFrom('seen').select('key').execute()).length);
  }
  expect(left).toEqual([71, 22, 3, 4]);
  await db.destroy();
});
