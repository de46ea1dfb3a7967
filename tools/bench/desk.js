const { mkdtempSync, rmSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const { parseArgs } = require('node:util');
const { sql } = require('kysely');
const { loadProduct } = require('../eval/load-product');
const { deskRounds } = require('./desk-rounds');
const { seedCouncils } = require('./seed-councils');
const { textTable } = require('./text-table');

const USAGE = `npm run bench:desk -- [flags]

  --quick           fewer councils and rounds
  --postgres URL    also on this server, whose database must be empty; else TEST_POSTGRES_URL`;

const LONG = {
  rounds: 300,
  sizes: [
    { councils: 1, cases: 100 },
    { councils: 1, cases: 1_000 },
    { councils: 1, cases: 10_000 },
    { councils: 10, cases: 10_000 },
    { councils: 100, cases: 10_000 },
  ],
};
const QUICK = { rounds: 60, sizes: LONG.sizes.slice(0, 3) };

/** How long the store takes for what a desk does, and how many bytes a case takes, against the number of councils and of closed cases. */
async function main() {
  const { quick, postgres } = readFlags();
  const plan = quick ? QUICK : LONG;
  await onSqlite(plan);
  if (postgres) await onServer(postgres, plan);
}

function readFlags() {
  try {
    const options = {
      quick: { type: 'boolean' },
      postgres: { type: 'string', default: process.env.TEST_POSTGRES_URL },
    };
    return parseArgs({ options }).values;
  } catch (error) {
    throw new Error(`${error.message}\n\n${USAGE}`);
  }
}

async function onSqlite(plan) {
  const folder = mkdtempSync(join(tmpdir(), 'golden-rule-bench-'));
  try {
    const results = [];
    for (const [number, size] of plan.sizes.entries())
      results.push(await measure(`file:${join(folder, `${number}.db`)}`, size, { ...plan, bytes: sqliteBytes }));
    report('SQLite', results);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function onServer(url, plan) {
  const results = [];
  for (const size of plan.sizes) results.push(await measure(url, size, { ...plan, bytes: serverBytes, after: empty }));
  report('PostgreSQL', results);
}

async function measure(url, size, { rounds, bytes, after }) {
  const { openTables } = loadProduct('adapters/storage/open-tables');
  const { db, close } = await openTables(url);
  try {
    await refuseFull(db);
    const before = await bytes(db);
    await seedCouncils(db, size);
    // A server learns of so many new rows by itself within a minute; SQLite takes no harm.
    await sql`analyze`.execute(db);
    const each = ((await bytes(db)) - before) / (size.councils * size.cases);
    return { size, each, times: await deskRounds(db, { ...size, rounds }) };
  } finally {
    await after?.(db);
    await close();
  }
}

async function refuseFull(db) {
  const { rows } = await sql`select id from cases limit 1`.execute(db);
  if (rows.length > 0) throw new Error('The database of the bench is not empty. Give it one of its own.');
}

async function sqliteBytes(db) {
  const { rows } = await sql`select page_count * page_size as bytes from pragma_page_count, pragma_page_size`.execute(
    db,
  );
  return rows[0].bytes;
}

async function serverBytes(db) {
  const { rows } = await sql`select pg_database_size(current_database()) as bytes`.execute(db);
  return Number(rows[0].bytes);
}

async function empty(db) {
  await sql`truncate cases, outbox, timers, counters, tries, pauses cascade`.execute(db);
}

function report(engine, results) {
  const operations = Object.keys(results[0].times);
  const rows = [
    [
      `${engine}, ms: p50 / p99`,
      ...results.map(({ size }) => `${size.councils} x ${size.cases.toLocaleString('en-GB')}`),
    ],
    ...operations.map((name) => [name, ...results.map(({ times }) => figures(times[name]))]),
    ['bytes a case', ...results.map(({ each }) => Math.round(each).toLocaleString('en-GB'))],
  ];
  console.log(`${textTable(rows)}\n`);
}

function figures(times) {
  const rising = times.toSorted((a, b) => a - b);
  return `${at(rising, 0.5)} / ${at(rising, 0.99)}`;
}

function at(rising, share) {
  const ms = rising[Math.min(rising.length - 1, Math.floor(share * rising.length))];
  return ms.toFixed(ms < 10 ? 2 : 1);
}

main().catch((error) => {
  console.error(error.message);
  process.exitCode = 1;
});
