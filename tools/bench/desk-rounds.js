const { loadProduct } = require('../eval/load-product');
const { personOf, tenantOf } = require('./seed-councils');

/** After everything that is seeded, and so far apart that no limit of Teams is met: only the store is measured. */
const START = 2_000_000_000_000;
const ROUND_MS = 60_000;
const CLERK = { id: 'clerk', name: 'Ann Clerk' };
/** Nobody is ever on duty, so that nothing waits for a morning. */
const OFFICE = { onDuty: () => [], nextOnDuty: () => {}, nextMorning: () => {}, due: () => {}, nudgeAt: () => {} };

/** What a council does with one case, from the question to the answer, again and again: name of the operation -> times in milliseconds. */
async function deskRounds(db, { councils, rounds }) {
  const { storeParts } = loadProduct('adapters/storage/store-parts');
  const { stepCase } = loadProduct('app/step-case');
  const { planCase } = loadProduct('app/plan-case');
  const { cases, outbox, timers } = storeParts(db);
  const times = {};

  for (let round = 0; round < rounds; round++) {
    const at = START + round * ROUND_MS;
    const tenant = tenantOf(1 + (round % councils));
    const councillor = { id: personOf(round), name: 'Mary Poole' };
    const { case: opened } = await timed('open', () =>
      cases.open(asked(round, tenant, councillor), { at, joins: () => false, plan }),
    );
    const taken = await step(opened, { kind: 'taken', at, by: CLERK }, 'take');
    await step(taken, { kind: 'answered', at, by: CLERK, text: 'Yes, you may.' }, 'answer');
    await timed('list', () => cases.waiting(tenant, 'clerk', 5));
    await timed('count', () => cases.countWaiting(tenant, 'clerk'));
    await timed('my cases', () => cases.ofCouncillor(tenant, councillor.id));
    await timed('find', () => cases.byReference(tenant, 'C-0042'));
    await timed('timers', () => timers.claim(at, at + ROUND_MS, 20));
    await deliver(at);
  }
  return times;

  function plan(opened) {
    return planCase(opened, OFFICE);
  }

  async function step(before, event, name) {
    const change = stepCase(before, event, OFFICE);
    if (!(await timed(name, () => cases.change([change], event.at))))
      throw new Error(`A case was not changed: ${name}.`);
    return change.changed;
  }

  async function deliver(at) {
    for (let now = at; ; now += 1_000) {
      const claimed = await timed('claim', () => outbox.claim(now, now + ROUND_MS, 10));
      if (claimed.length === 0) return;
      for (const { id } of claimed) await timed('sent', () => outbox.sent(id, now, { address: 'v1:post' }));
    }
  }

  async function timed(name, work) {
    const from = process.hrtime.bigint();
    const result = await work();
    times[name] ??= [];
    times[name].push(Number(process.hrtime.bigint() - from) / 1e6);
    return result;
  }
}

function asked(round, tenant, councillor) {
  return {
    id: `new-${round}`,
    requestId: `new-${round}`,
    tenant,
    reason: 'not_settled',
    desk: 'clerk',
    councillor,
    councillorAddress: 'v1:'.padEnd(300, 'a'),
    question: `May I film site visit ${round} of the new ones?`,
    about: {},
    nearest: ['filming'],
  };
}

module.exports = { deskRounds };
