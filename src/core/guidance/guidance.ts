import type { Person } from '../model';
import type { Steps } from '../steps';

export type GuidanceState = 'draft' | 'published' | 'retired';

/** What a clerk may change about a saved answer. */
export type GuidanceWords = {
  readonly question: string;
  /** Other ways to ask it. */
  readonly ways: readonly string[];
  /** Shown to councillors word for word. */
  readonly answer: string;
  /** The passage of the policy that it relates to. */
  readonly passage?: string;
  /** The day in the UK on which the clerk wants to look at it again: "2027-11-24". */
  readonly reviewOn: string;
};

/** A clerk's saved answer, as one version of it stands. Only a published one is shown to councillors. */
export type Guidance = GuidanceWords & {
  readonly id: string;
  readonly tenant: string;
  /** Speakable and unique within a council: "G-0017". */
  readonly reference: string;
  /** Grows by one with every change. */
  readonly version: number;
  readonly state: GuidanceState;
  /** Who made this version, and when: milliseconds since 1970 UTC. */
  readonly by: Person;
  readonly at: number;
  /** The case that it came from. */
  readonly caseId?: string;
};

/** A saved answer that may fit a question; `confidence`, from 0 to 1, that it was asked and answered before. */
export type GuidanceMatch = { readonly guidance: Guidance; readonly confidence: number };

/** A question -> the saved answers that may fit it, best first. */
export type GuidanceFinder = (question: string) => Steps<readonly GuidanceMatch[]>;
