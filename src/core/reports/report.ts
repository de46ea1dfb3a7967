import type { Period } from './period';
import type { TallyKind } from './tally';

/** What a report has figures for: what is counted turn by turn, and what is taken from the cases. */
export type FigureKind = TallyKind | 'reason' | 'reply';

export type Figure = { readonly key: string; readonly count: number };

/** The most first. For passages the key is the heading above them. */
export type Figures = { readonly [kind in FigureKind]: readonly Figure[] };

/** What may be told of a period. Every part follows from what `releaseCounts` lets through, and from nothing else. */
export type Report = {
  readonly period: Period;
  /** What was asked for, when it had too little to show. */
  readonly tooShort?: Period;
  readonly figures: Figures;
  /** Headings of the policy that no figure speaks of: needed seldom or never. */
  readonly unneeded: readonly string[];
};
