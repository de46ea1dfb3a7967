/** What the assistant knows when it starts: types only. */

import type { HelpGroup } from './conversation/help-groups';
import type { BankHolidays } from './council';
import type { DraftRule } from './draft/draft';
import type { ConfidenceWeights } from './match/confidence';
import type { Concepts } from './match/lexicon';
import type { CommandName, Passage, Policy, Talk, Topic, UrgentGuide } from './model';
import type { Trained } from './trained';

/** A command as help shows it: what to type, other ways to type it, and what follows it. */
export type Command = {
  readonly name: CommandName;
  readonly words: readonly string[];
  readonly who: 'councillor' | 'clerk';
  readonly takes?: string;
  /** Where help shows it. */
  readonly groups: readonly HelpGroup[];
  /** Typed only: help shows it, the Teams menu has no room for it. */
  readonly typedOnly?: true;
  readonly description: string;
};

/** Sentences that are not part of one card, by name, with {places} to fill. */
export type Wording = { readonly [name: string]: string };

/** What the assistant knows when it starts: plain data, checked against each other. */
export type Knowledge = {
  readonly policy: Policy;
  readonly topics: readonly Topic[];
  readonly talks: readonly Talk[];
  readonly urgent: readonly UrgentGuide[];
  /** As the ways of asking for a passage, by level. */
  readonly urgentWays: { readonly [level: string]: readonly string[] };
  /** Phrases that look like danger and are not. */
  readonly figurative: readonly string[];
  readonly commands: readonly Command[];
  readonly rules: readonly DraftRule[];
  /** What the fixed cards quote. */
  readonly quotes: {
    readonly goldenRule: Passage;
    readonly risks: Passage;
    readonly streetTest: Passage;
    readonly pageRules: readonly Passage[];
    readonly abuseSteps: readonly Passage[];
  };
  readonly wording: Wording;
  /** Words of dialect and of the domain, by concept; none where a trained file has what was made of them. */
  readonly lexicon: Concepts;
  /** How sure rankings are; missing when no labelled questions have been judged yet. */
  readonly calibration?: ConfidenceWeights;
  /** Missing when nothing has been trained on these ways of asking. */
  readonly trained?: Trained;
  readonly bankHolidays: BankHolidays;
};
