import { openPostgresStore } from '../../src/adapters/storage/open-postgres-store';
import { caseContract } from '../adapters/storage/case-contract';
import { deskContract } from '../adapters/storage/desk-contract';
import { outboxContract } from '../adapters/storage/outbox-contract';
import { parityContract } from '../adapters/storage/parity-contract';
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
describe('outbox on PostgreSQL', () => outboxContract(openEmpty));
describe('desk, people, keys and text on PostgreSQL', () => deskContract(openEmpty));
describe('PostgreSQL, where engines differ', () =>
  parityContract(async () => {
    await (await openEmpty()).close();
    return openPostgresDatabase(url);
  }));

/** Much quicker than a database for each test; every test closes its store before the next one opens its own. */
async function openEmpty() {
  const store = await openPostgresStore(url, patient);
  await ask(url, emptyAll);
  return store;
}
