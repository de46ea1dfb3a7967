import type { Case, CaseEvent } from '../../../src/core/cases/case';
import { caseDeskReply, clerkCaseReply, threadReply } from '../../../src/core/cases/clerk-replies';
import { createSpeaker } from '../../../src/core/conversation/speaker';
import { COUNCIL, KNOWLEDGE, SPEAKER } from '../../app/rig';
import { ANN, aCase, KEN, MARY } from './a-case';

const UNNAMED = createSpeaker(KNOWLEDGE, { ...COUNCIL, showNames: false });
const LOST: CaseEvent = { kind: 'not_delivered', at: 3, by: { id: 'clock', name: '' }, event: 1 };
const FOLLOWED: CaseEvent = { kind: 'followed_up', at: 4, by: MARY, text: 'And on Sunday?' };
const CASE: Case = aCase({
  state: 'followed_up',
  version: 4,
  events: [...aCase().events, { kind: 'answered', at: 2, by: ANN, text: 'Yes.' }, LOST, FOLLOWED],
});

function shownAtTheDesk(one: Case, speaker: typeof SPEAKER): string {
  return JSON.stringify([
    clerkCaseReply(one, { joined: [{ ...one, id: 'case-2' }] }, speaker),
    caseDeskReply(one, { joined: [], viewer: ANN }, speaker),
    threadReply(one, LOST, speaker),
    threadReply(one, FOLLOWED, speaker),
  ]);
}

it.each<readonly [string, Partial<Case>, typeof SPEAKER]>([
  ['asked without a name', { nameless: true }, SPEAKER],
  ['whose council shows no names', {}, UNNAMED],
])(
  'the name of a councillor %s is nowhere at the desk, not even when an answer did not arrive',
  (_, changes, speaker) => {
    expect(shownAtTheDesk({ ...CASE, ...changes }, speaker)).not.toContain(MARY.name);
    expect(shownAtTheDesk({ ...CASE, ...changes }, speaker)).not.toContain(MARY.id);
  },
);

it('the name of any other councillor is said, so that the clerk can speak to them', () => {
  expect(JSON.stringify(threadReply(CASE, LOST, SPEAKER))).toContain(MARY.name);
});

it('nobody is offered to pass a question about the clerk to a clerk', () => {
  const actsOf = (one: Case) => JSON.stringify(caseDeskReply(one, { joined: [], viewer: KEN }, SPEAKER).fields.acts);
  expect(actsOf(aCase())).toContain('"pass"');
  expect(actsOf(aCase({ desk: 'alternate' }))).not.toContain('"pass"');
});
