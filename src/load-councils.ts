import type { ConfiguredCouncil } from './config';
import { createSpeaker, type Speaker } from './core/conversation/speaker';
import { knowledgeOf, loadSharedKnowledge, type SharedKnowledge } from './load-knowledge';
import { type Understanding, understand } from './understanding';

/** A council with what it knows. */
export type LoadedCouncil = ConfiguredCouncil & { readonly speaker: Speaker; readonly understanding: Understanding };

type Shared = { readonly knowledge: SharedKnowledge; readonly understanding: Understanding };

/**
 * Loads what each council knows. A folder of knowledge is read and built once, however many councils use it. Rejects with a sentence with file
 * and line, and with the council where the fault is in how the two fit together: none starts unless all can.
 */
export async function loadCouncils(councils: readonly ConfiguredCouncil[]): Promise<readonly LoadedCouncil[]> {
  const loaded = new Map<string, Shared>();
  const all: LoadedCouncil[] = [];
  for (const one of councils) {
    const shared = loaded.get(one.knowledge) ?? (await loadShared(one.knowledge));
    loaded.set(one.knowledge, shared);
    all.push({ ...one, speaker: speakerOf(one, shared.knowledge), understanding: shared.understanding });
  }
  return all;
}

async function loadShared(folder: string): Promise<Shared> {
  const knowledge = await loadSharedKnowledge(folder);
  return { knowledge, understanding: understand(knowledge) };
}

function speakerOf({ name, council, knowledge }: ConfiguredCouncil, shared: SharedKnowledge): Speaker {
  try {
    return createSpeaker(knowledgeOf(council, knowledge, shared), council);
  } catch (error) {
    if (name === undefined || !(error instanceof Error)) throw error;
    throw new Error(`The council "${name}" cannot use its knowledge. ${error.message}`, { cause: error });
  }
}
