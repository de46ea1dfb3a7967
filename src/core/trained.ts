import type { DraftWeights } from './conversation/draft-finder';
import type { DraftCheckWeights } from './draft/draft-weights';
import type { Classifiers } from './match/classifier';
import type { LexiconIndex } from './match/lexicon';
import type { MatchIndex } from './match/match-index';

/** Everything that is made from the knowledge before the start, so that the start is quick. */
export type Trained = Classifiers & {
  readonly lexicon: LexiconIndex;
  readonly index: MatchIndex;
  readonly drafts: DraftWeights;
  readonly draftCheck: DraftCheckWeights;
};
