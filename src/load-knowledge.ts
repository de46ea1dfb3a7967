import { join } from 'node:path';
import { loadConversation } from './conversation-knowledge';
import type { Council, Knowledge } from './core/model';
import { loadKnowledge as loadPolicyKnowledge } from './knowledge';
import { readTrainedWeights } from './trained-weights';

/** Everything that the assistant knows, from one folder. Throws an error whose message says which file and line is wrong and what to do. */
export function loadKnowledge(folder: string, council: Council): Knowledge {
  const policy = loadPolicyKnowledge(folder);
  const trained = readTrainedWeights(join(folder, 'trained.gz'), policy);
  return { ...policy, ...loadConversation(folder, policy.policy.passages, council), ...(trained && { trained }) };
}
