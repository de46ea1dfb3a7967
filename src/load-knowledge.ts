import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readBankHolidays } from './bank-holidays-file';
import { readConfidence } from './confidence-file';
import { loadConversation } from './conversation-knowledge';
import type { Council } from './core/council';
import type { Knowledge } from './core/known';
import { loadKnowledge as loadPolicyKnowledge, loadTrainedKnowledge, type PolicyKnowledge } from './knowledge';
import { readBytes, readBytesMeanwhile } from './read-bytes';
import { trainedFrom } from './trained-file';

const TRAINED = 'trained.bin';

/** The part of the knowledge that is the same for every council that uses the folder. */
export type SharedKnowledge = Omit<PolicyKnowledge, 'trainingFingerprint'> &
  Pick<Knowledge, 'bankHolidays' | 'calibration' | 'trained'>;

/** Everything that the assistant knows, from one folder. Throws an error whose message says which file and line is wrong and what to do. */
export function loadKnowledge(folder: string, council: Council): Knowledge {
  const bytes = readBytes(join(folder, TRAINED));
  return knowledgeOf(council, folder, shared(folder, loadPolicy(folder, bytes !== undefined), bytes));
}

/**
 * What does not depend on a council's settings. What was trained is by far the largest file, so it is read while the others are read
 * and checked. Rejects as `loadKnowledge` throws.
 */
export async function loadSharedKnowledge(folder: string): Promise<SharedKnowledge> {
  const path = join(folder, TRAINED);
  const isTrained = existsSync(path);
  const [bytes, policy] = await Promise.all([readBytesMeanwhile(path), loadPolicyLater(folder, isTrained)]);
  return shared(folder, policy, bytes);
}

/** A folder without a trained file is matched without training, by its ways of asking. */
function loadPolicy(folder: string, isTrained: boolean): PolicyKnowledge {
  return isTrained ? loadTrainedKnowledge(folder) : loadPolicyKnowledge(folder);
}

async function loadPolicyLater(folder: string, isTrained: boolean): Promise<PolicyKnowledge> {
  return loadPolicy(folder, isTrained);
}

function shared(folder: string, policy: PolicyKnowledge, bytes: Buffer<ArrayBuffer> | undefined): SharedKnowledge {
  const calibration = readConfidence(join(folder, 'confidence.json'));
  return {
    ...policy,
    ...(calibration && { calibration }),
    ...(bytes && { trained: trainedFrom(join(folder, TRAINED), policy, bytes) }),
    bankHolidays: readBankHolidays(join(folder, 'bank-holidays.json')),
  };
}

/** What was loaded from a folder, completed with the sentences that hold a council's numbers. Throws like `loadKnowledge`. */
export function knowledgeOf(council: Council, folder: string, shared: SharedKnowledge): Knowledge {
  return { ...shared, ...loadConversation(folder, shared.policy.passages, council) };
}
