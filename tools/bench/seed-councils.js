const { sql } = require('kysely');
const { loadProduct } = require('../eval/load-product');

const ROWS_AT_ONCE = 200;
const COUNCILLORS = 20;
/** Cases that nobody has closed, in each council: a busy week. */
const UNFINISHED = 20;
/** The outbox forgets after 90 days, so that only the newest cases have messages in it. */
const WITH_MESSAGES = 1_000;
const MESSAGES = ['clerk-post', 'answer', 'receipt-card'];

/** Fills empty tables: one council row by row, the others as copies of it, which the engine makes by itself. */
async function seedCouncils(db, { councils, cases }) {
  const { addRows } = loadProduct('adapters/storage/add-rows');
  const numbers = Array.from({ length: cases }, (_, i) => i + 1);
  const recent = numbers.slice(-WITH_MESSAGES).filter((number) => number <= cases - UNFINISHED);
  await db.transaction().execute(async (trx) => {
    await inBatches(
      numbers.map((number) => caseRow(number, cases)),
      (rows) => addRows(trx, 'cases', rows),
    );
    await inBatches(recent.flatMap(messageRows), (rows) => addRows(trx, 'outbox', rows));
    await addRows(trx, 'counters', [counter('case', cases), counter('outgoing', 3 * cases)]);
    for (let council = 2; council <= councils; council++) await copyCouncil(trx, council);
  });
}

async function inBatches(rows, add) {
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) await add(rows.slice(from, from + ROWS_AT_ONCE));
}

function tenantOf(council) {
  return `council-${council}`;
}

function personOf(number) {
  return `person-${number % COUNCILLORS}`;
}

function caseRow(number, cases) {
  const closed = number <= cases - UNFINISHED;
  const councillor = { id: personOf(number), name: 'Mary Poole' };
  const clerk = { id: 'clerk', name: 'Ann Clerk' };
  const events = [
    { kind: 'opened', at: number, by: councillor },
    ...(closed
      ? [
          { kind: 'taken', at: number + 1, by: clerk },
          {
            kind: 'answered',
            at: number + 2,
            by: clerk,
            text: 'You may, but say that it is your own view. '.repeat(6),
          },
          { kind: 'closed', at: number + 3, by: councillor, why: 'thanks' },
        ]
      : []),
  ];
  return {
    id: `case-${number}`,
    tenant: tenantOf(1),
    number,
    reference: `C-${String(number).padStart(4, '0')}`,
    request_id: `request-${number}`,
    state: closed ? 'closed' : 'waiting',
    finished: closed ? 1 : 0,
    version: events.length,
    reason: 'not_settled',
    councillor_id: councillor.id,
    councillor_name: councillor.name,
    councillor_address: 'v1:'.padEnd(300, 'a'),
    question: `May I film site visit ${number}?`,
    draft: null,
    nearest: '["filming"]',
    sounds_like: null,
    events: JSON.stringify(events),
    post: 'v1:'.padEnd(300, 'a'),
    opened_at: number,
    changed_at: number + 3,
    desk: 'clerk',
    nameless: 0,
    about: '{}',
    due: null,
    joined: null,
    held: 0,
    posted_at: number,
    opened_by_clerk: number,
    told_event: closed ? 2 : null,
    told_at: closed ? number : null,
    finished_at: closed ? number + 3 : null,
  };
}

function messageRows(number) {
  return MESSAGES.map((kind, i) => ({
    id: `case-${number}:${kind}`,
    tenant: tenantOf(1),
    case_id: `case-${number}`,
    kind,
    event: i,
    lane: i === 0 ? `case:case-${number}` : `to:${personOf(number)}`,
    target: i === 0 ? 'channel' : `to:${personOf(number)}`,
    place: 3 * number + i,
    state: 'sent',
    attempts: 1,
    due: number,
    lease_until: number,
    settled_at: number,
  }));
}

function counter(name, value) {
  return { tenant: tenantOf(1), name, value };
}

/** Ids are unique across councils, so each council's begin with its name. */
const OWN = { cases: ['id'], outbox: ['id', 'case_id'], counters: [] };

async function copyCouncil(trx, council) {
  const tenant = tenantOf(council);
  for (const [table, own] of Object.entries(OWN)) {
    const { rows } = await sql`select * from ${sql.table(table)} where tenant = ${tenantOf(1)} limit 1`.execute(trx);
    const columns = Object.keys(rows[0] ?? {});
    if (columns.length === 0) continue;
    const values = columns.map((column) => {
      if (column === 'tenant') return sql`${sql.lit(tenant)}`;
      return own.includes(column) ? sql`${sql.lit(`${tenant}:`)} || ${sql.ref(column)}` : sql.ref(column);
    });
    const names = columns.map((column) => sql.ref(column));
    await sql`insert into ${sql.table(table)} (${sql.join(names)})
      select ${sql.join(values)} from ${sql.table(table)} where tenant = ${tenantOf(1)}`.execute(trx);
  }
}

module.exports = { seedCouncils, tenantOf, personOf };
