import { type DraftSignals, readDraftSignals } from './core/draft/draft-signals';
import { createMatching, type Matching } from './core/match/create-matching';
import type { SharedKnowledge } from './load-knowledge';
import { pause } from './pause';

/** What is built from a folder of knowledge and holds nothing of a council. It is by far the largest part, so councils share it. */
export type Understanding = { readonly matching: Matching; readonly signals: DraftSignals };

/** Builds it: a tenth of a second and some ten megabytes. Throws a sentence when a phrase of a draft rule cannot be read. */
export function understand(knowledge: SharedKnowledge): Understanding {
  return {
    matching: createMatching(knowledge, { ...knowledge, pause }),
    signals: readDraftSignals(knowledge.rules),
  };
}
