import { openPostgresTables } from '../../src/adapters/storage/open-postgres-tables';
import { storeOn } from '../../src/adapters/storage/store-on';
import { caseContract } from '../adapters/storage/case-contract';
import { deskContract } from '../adapters/storage/desk-contract';
import { guidanceContract } from '../adapters/storage/guidance-contract';
import { outboxContract } from '../adapters/storage/outbox-contract';
import { parityContract } from '../adapters/storage/parity-contract';
import { recordContract } from '../adapters/storage/record-contract';
import { reportContract } from '../adapters/storage/report-contract';
import { timersContract } from '../adapters/storage/timers-contract';
import { ask, freshDatabases } from './fresh-database';
import { openPostgresDatabase, patient } from './open-postgres-database';

/** Every table of the product, so that a new one needs no line here. */
const emptyAll = `do $$ begin execute (
  select 'truncate ' || string_agg(quote_ident(tablename), ', ') from pg_tables
  where schemaname = 'public' and tablename not like 'kysely%'
); end $$`;

const fresh = freshDatabases();
let url: string;
beforeAll(async () => {
  url = await fresh();
});

describe('cases on PostgreSQL', () => caseContract(openEmpty));
describe('guidance on PostgreSQL', () => guidanceContract(openEmpty));
describe('reports on PostgreSQL', () => reportContract(openEmpty));
describe('records on PostgreSQL', () => recordContract(openEmpty));
describe('timers on PostgreSQL', () => timersContract(openEmpty));
describe('outbox on PostgreSQL', () => outboxContract(openEmpty));
describe('desk, people, keys and text on PostgreSQL', () => deskContract(openEmpty));
describe('PostgreSQL, where engines differ', () =>
  parityContract(async () => {
    await (await openEmpty()).close();
    return openPostgresDatabase(url);
  }));

/** Much quicker than a database for each test; every test closes its store before the next one opens its own. */
async function openEmpty() {
  const store = storeOn(await openPostgresTables(url, patient));
  await ask(url, emptyAll);
  return store;
}
