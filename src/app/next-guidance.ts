import type { Guidance, GuidanceState } from '../core/guidance/guidance';
import type { GuidanceForm } from '../core/guidance/guidance-form-reply';
import type { NewGuidance } from './ports';
import type { Surroundings, Visit } from './surroundings';

/** The version that would come of a form, made by whoever presses its button. */
export function nextGuidance(
  { id, version, caseId, question, ways, answer, passage, reviewOn }: GuidanceForm,
  state: GuidanceState,
  {
    visit,
    stored,
    given,
  }: { readonly visit: Visit; readonly stored: Guidance | undefined; readonly given: Surroundings },
): NewGuidance {
  const from = stored?.caseId ?? caseId;
  return {
    id,
    tenant: visit.tenant,
    version: version + 1,
    state,
    question,
    ways,
    answer,
    ...(passage !== undefined && { passage }),
    reviewOn,
    by: { id: visit.from.id, name: visit.from.name },
    at: given.clock(),
    ...(from !== undefined && { caseId: from }),
  };
}
