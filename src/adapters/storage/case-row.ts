import type { Case, CaseState } from '../../core/model';
import { jsonText } from './json-text';
import type { CaseRow } from './tables';

type ChangingColumns = Omit<
  CaseRow,
  'id' | 'tenant' | 'number' | 'reference' | 'request_id' | 'post' | 'opened_at' | 'changed_at'
>;

const finishedStates: ReadonlySet<CaseState> = new Set<CaseState>(['closed', 'withdrawn']);

/** The columns that a change of a case may write; the others stay as they were when it was opened. */
export function changingColumns(changed: Omit<Case, 'reference'>): ChangingColumns {
  return {
    state: changed.state,
    finished: finishedStates.has(changed.state) ? 1 : 0,
    version: changed.version,
    reason: changed.reason,
    councillor_id: changed.councillor.id,
    councillor_name: changed.councillor.name,
    councillor_address: changed.councillorAddress,
    question: changed.question,
    draft: changed.draft ?? null,
    nearest: jsonText(changed.nearest),
    sounds_like: changed.soundsLike ?? null,
    events: jsonText(changed.events),
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
    councillor: { id: row.councillor_id, name: row.councillor_name },
    councillorAddress: row.councillor_address,
    question: row.question,
    ...(row.draft === null ? {} : { draft: row.draft }),
    nearest: JSON.parse(row.nearest) as Case['nearest'],
    ...(row.sounds_like === null ? {} : { soundsLike: row.sounds_like }),
    events: JSON.parse(row.events) as Case['events'],
  };
}
