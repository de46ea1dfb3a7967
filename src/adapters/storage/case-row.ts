import type { Case } from '../../core/cases/case';
import { isUnfinished } from '../../core/cases/change-case';
import { jsonText } from './json-text';
import type { CaseRow } from './tables';

type ChangingColumns = Pick<
  CaseRow,
  | 'state'
  | 'finished'
  | 'version'
  | 'reason'
  | 'councillor_address'
  | 'nearest'
  | 'sounds_like'
  | 'events'
  | 'due'
  | 'joined'
  | 'finished_at'
>;

const FINISHES: ReadonlySet<string> = new Set(['closed', 'withdrawn']);

/** The columns that a change of a case may write; the others stay as they were when it was opened. */
export function changingColumns(changed: Omit<Case, 'reference' | 'delivery'>): ChangingColumns {
  const finished = isUnfinished(changed) ? undefined : changed.events.findLast(({ kind }) => FINISHES.has(kind));
  return {
    state: changed.state,
    finished: isUnfinished(changed) ? 0 : 1,
    version: changed.version,
    reason: changed.reason,
    councillor_address: changed.councillorAddress,
    nearest: jsonText(changed.nearest),
    sounds_like: changed.soundsLike ?? null,
    events: jsonText(changed.events),
    due: changed.due ?? null,
    joined: changed.joined ?? null,
    finished_at: finished?.at ?? null,
  };
}

/** A stored row as the case it stands for. */
export function caseOf(row: CaseRow): Case {
  return {
    id: row.id,
    tenant: row.tenant,
    reference: row.reference,
    state: row.state,
    version: row.version,
    reason: row.reason,
    desk: row.desk,
    councillor: { id: row.councillor_id, name: row.councillor_name },
    ...(row.nameless === 1 && { nameless: true }),
    councillorAddress: row.councillor_address,
    question: row.question,
    ...(row.draft !== null && { draft: row.draft }),
    about: JSON.parse(row.about) as Case['about'],
    nearest: JSON.parse(row.nearest) as Case['nearest'],
    ...(row.sounds_like !== null && { soundsLike: row.sounds_like }),
    ...(row.due !== null && { due: row.due }),
    ...(row.joined !== null && { joined: row.joined }),
    ...(row.held === 1 && { held: true }),
    ...(row.wiped_at !== null && { wiped: row.wiped_at }),
    events: JSON.parse(row.events) as Case['events'],
    delivery: {
      ...(row.posted_at !== null && { posted: row.posted_at }),
      ...(row.opened_by_clerk !== null && { opened: row.opened_by_clerk }),
      ...(row.told_event !== null && row.told_at !== null && { told: { event: row.told_event, at: row.told_at } }),
    },
  };
}
