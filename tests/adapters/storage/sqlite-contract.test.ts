import { join } from 'node:path';
import { openStore } from '../../../src/adapters/storage/open-store';
import { caseContract } from './case-contract';
import { deskContract } from './desk-contract';
import { guidanceContract } from './guidance-contract';
import { openDatabase } from './open-database';
import { outboxContract } from './outbox-contract';
import { parityContract } from './parity-contract';
import { reportContract } from './report-contract';
import { temporaryFolder } from './temporary-folder';
import { timersContract } from './timers-contract';

const folder = temporaryFolder();
let files = 0;

describe('SQLite, where engines differ', () => parityContract(async () => (await openDatabase(':memory:')).db));

describe.each([
  ['a SQLite file', () => `file:${join(folder, `${++files}.db`)}`],
  ['SQLite in memory', () => 'file::memory:'],
])('%s', (_name, url) => {
  describe('cases', () => caseContract(() => openStore(url())));
  describe('outbox', () => outboxContract(() => openStore(url())));
  describe('timers', () => timersContract(() => openStore(url())));
  describe('guidance', () => guidanceContract(() => openStore(url())));
  describe('desk, people, keys and text', () => deskContract(() => openStore(url())));
  describe('counts and facts for reports', () => reportContract(() => openStore(url())));
});
