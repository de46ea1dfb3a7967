import type { Guidance } from '../../core/guidance/guidance';
import { jsonText } from './json-text';
import type { GuidanceRow } from './tables';

/** The columns that a new version writes; the others stay as they were when the answer was first saved. */
export function guidanceColumns(saved: Omit<Guidance, 'reference'>): Omit<GuidanceRow, 'number' | 'reference'> {
  return {
    tenant: saved.tenant,
    id: saved.id,
    version: saved.version,
    state: saved.state,
    question: saved.question,
    ways: jsonText(saved.ways),
    answer: saved.answer,
    passage: saved.passage ?? null,
    review_on: saved.reviewOn,
    by_id: saved.by.id,
    by_name: saved.by.name,
    at: saved.at,
    case_id: saved.caseId ?? null,
  };
}

/** A stored row as the saved answer it stands for. */
export function guidanceOf(row: GuidanceRow): Guidance {
  return {
    id: row.id,
    tenant: row.tenant,
    reference: row.reference,
    version: row.version,
    state: row.state,
    question: row.question,
    ways: JSON.parse(row.ways) as Guidance['ways'],
    answer: row.answer,
    ...(row.passage === null ? {} : { passage: row.passage }),
    reviewOn: row.review_on,
    by: { id: row.by_id, name: row.by_name },
    at: row.at,
    ...(row.case_id === null ? {} : { caseId: row.case_id }),
  };
}
