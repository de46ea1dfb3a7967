import { join } from 'node:path';
import { readBankHolidays } from './bank-holidays-file';
import { readConfidence } from './confidence-file';
import { loadConversation } from './conversation-knowledge';
import type { Council, Knowledge } from './core/model';
import { loadKnowledge as loadPolicyKnowledge } from './knowledge';
import { readTrained } from './trained-file';

/** Everything that the assistant knows, from one folder. Throws an error whose message says which file and line is wrong and what to do. */
export function loadKnowledge(folder: string, council: Council): Knowledge {
  const policy = loadPolicyKnowledge(folder);
  const trained = readTrained(join(folder, 'trained.bin'), policy);
  const calibration = readConfidence(join(folder, 'confidence.json'));
  return {
    ...policy,
    ...loadConversation(folder, policy.policy.passages, council),
    ...(calibration && { calibration }),
    ...(trained && { trained }),
    bankHolidays: readBankHolidays(join(folder, 'bank-holidays.json')),
  };
}
