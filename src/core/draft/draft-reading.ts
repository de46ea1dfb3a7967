import { eachInSteps, type Steps } from '../steps';
import type { DraftLocal } from './draft-local';
import type { DraftSignals } from './draft-signals';
import { type ReadDraft, readDraft } from './read-draft';
import { type FoundSignals, findSignals } from './rule-signals';

/** A draft with the signals of each rule that stand in it, by the rule's number. */
export type DraftReading = ReadDraft & { readonly signals: readonly FoundSignals[] };

/** Reads drafts as the rules see them, in one place: words, entities, the clerk's groups, and the signals of every rule. */
export function createDraftReading(signals: DraftSignals, local: DraftLocal): (draft: string) => Steps<DraftReading> {
  const { groups, disguised, ofRules } = signals;
  return function* (text) {
    const draft = readDraft(text, { groups, disguised, local });
    yield;
    return { ...draft, signals: yield* eachInSteps(ofRules, 1, (one) => findSignals(one, draft)) };
  };
}
