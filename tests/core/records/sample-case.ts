import type { Case, CaseEvent } from '../../../src/core/cases/case';
import { THE_CLOCK } from '../../../src/core/cases/case';
import type { Person } from '../../../src/core/model';

export const SAM: Person = { id: 'id-sam', name: 'Sam Hill' };
export const PRIYA: Person = { id: 'id-priya', name: 'Priya Shah' };
export const TOM: Person = { id: 'id-tom', name: 'Tom Reed' };

const EVENTS: readonly CaseEvent[] = [
  { kind: 'opened', at: Date.parse('2026-11-23T14:30:00Z'), by: SAM },
  { kind: 'nudged', at: Date.parse('2026-11-24T09:00:00Z'), by: THE_CLOCK },
  { kind: 'passed', at: Date.parse('2026-11-24T09:30:00Z'), by: PRIYA, to: TOM, why: 'asked' },
  { kind: 'answered', at: Date.parse('2026-11-24T10:05:00Z'), by: TOM, text: 'Please <b>wait</b> & see.' },
  { kind: 'followed_up', at: Date.parse('2026-11-24T11:20:00Z'), by: SAM, text: 'After the meeting?' },
  { kind: 'noted', at: Date.parse('2026-11-24T11:30:00Z'), by: PRIYA, text: 'A note for the record.' },
  { kind: 'closed', at: Date.parse('2026-11-25T12:00:00Z'), by: SAM, why: 'thanks' },
];

/** A case in which everything that can be said was said. */
export function sampleCase(changes: Partial<Case> = {}): Case {
  return {
    id: 'case-42',
    tenant: 'council-1',
    reference: 'C-0042',
    state: 'closed',
    version: 7,
    reason: 'draft',
    desk: 'clerk',
    councillor: SAM,
    councillorAddress: 'v1:chat',
    question: 'May I post "this"?\n<script>alert(1)</script>',
    draft: 'Sign the petition & share it.',
    about: { wanted: 'today', platform: 'own page', flags: [{ rule: 'share', words: 'Sign the petition' }] },
    nearest: ['golden-rule'],
    soundsLike: 'It sounds most like sharing.',
    due: Date.parse('2026-11-26T13:00:00Z'),
    events: EVENTS,
    delivery: {
      posted: Date.parse('2026-11-23T14:31:00Z'),
      opened: Date.parse('2026-11-24T09:15:00Z'),
      told: { event: 3, at: Date.parse('2026-11-24T10:06:00Z') },
    },
    ...changes,
  };
}
