import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readBankHolidays } from './bank-holidays-file';
import { readConfidence } from './confidence-file';
import { loadConversation } from './conversation-knowledge';
import type { Council } from './core/council';
import type { Knowledge } from './core/known';
import type { Trained } from './core/trained';
import { loadKnowledge as loadPolicyKnowledge, loadTrainedKnowledge, type PolicyKnowledge } from './knowledge';
import { readMeanwhile } from './read-meanwhile';
import { readTrained } from './trained-file';

const TRAINED = 'trained.bin';

/** The part of the knowledge that is the same for every council that uses the folder. */
export type SharedKnowledge = Omit<PolicyKnowledge, 'trainingFingerprint'> &
  Pick<Knowledge, 'bankHolidays' | 'calibration' | 'trained'>;

/** Everything that the assistant knows, from one folder. Throws an error whose message says which file and line is wrong and what to do. */
export function loadKnowledge(folder: string, council: Council): Knowledge {
  const policy = loadPolicy(folder);
  return knowledgeOf(council, folder, shared(folder, policy, readTrained(join(folder, TRAINED), policy)));
}

/**
 * What does not depend on a council's settings. What was trained is by far the largest file, so it is read while the others are read
 * and checked. Rejects as `loadKnowledge` throws.
 */
export async function loadSharedKnowledge(folder: string): Promise<SharedKnowledge> {
  const path = join(folder, TRAINED);
  const [bytes, policy] = await Promise.all([readMeanwhile(path), loadPolicyLater(folder)]);
  return shared(folder, policy, readTrained(path, policy, bytes));
}

function loadPolicy(folder: string): PolicyKnowledge {
  return existsSync(join(folder, TRAINED)) ? loadTrainedKnowledge(folder) : loadPolicyKnowledge(folder);
}

async function loadPolicyLater(folder: string): Promise<PolicyKnowledge> {
  return loadPolicy(folder);
}

function shared(folder: string, policy: PolicyKnowledge, trained: Trained | undefined): SharedKnowledge {
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
