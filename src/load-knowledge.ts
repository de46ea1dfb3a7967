import { join } from 'node:path';
import { readBankHolidays } from './bank-holidays-file';
import { readConfidence } from './confidence-file';
import { loadConversation } from './conversation-knowledge';
import type { Council } from './core/council';
import type { Knowledge } from './core/known';
import { loadKnowledge as loadPolicyKnowledge, type PolicyKnowledge } from './knowledge';
import { readTrained } from './trained-file';

/** The part of the knowledge that is the same for every council that uses the folder. */
export type SharedKnowledge = Omit<PolicyKnowledge, 'trainingFingerprint'> &
  Pick<Knowledge, 'bankHolidays' | 'calibration' | 'trained'>;

/** Everything that the assistant knows, from one folder. Throws an error whose message says which file and line is wrong and what to do. */
export function loadKnowledge(folder: string, council: Council): Knowledge {
  return knowledgeOf(council, folder, loadSharedKnowledge(folder));
}

/** What does not depend on a council's settings. Throws like `loadKnowledge`. */
export function loadSharedKnowledge(folder: string): SharedKnowledge {
  const policy = loadPolicyKnowledge(folder);
  const trained = readTrained(join(folder, 'trained.bin'), policy);
  const calibration = readConfidence(join(folder, 'confidence.json'));
  return {
    ...policy,
    ...(calibration && { calibration }),
    ...(trained && { trained }),
    bankHolidays: readBankHolidays(join(folder, 'bank-holidays.json')),
  };
}

/** What was loaded from a folder, completed with the sentences that hold a council's numbers. Throws like `loadKnowledge`. */
export function knowledgeOf(council: Council, folder: string, shared: SharedKnowledge): Knowledge {
  return { ...shared, ...loadConversation(folder, shared.policy.passages, council) };
}
