/** The vocabulary of drafts: types only. */

/** A rule for drafts as the clerk's file states it; what its phrases mean is the business of `core/draft`. */
export type DraftRule = {
  readonly id: string;
  readonly name: string;
  /** Ids of passages, best first. */
  readonly cites: readonly string[];
  readonly why: string;
  readonly gap: boolean;
  readonly stop: readonly string[];
  readonly think: readonly string[];
  /** Phrases whose words mean something else here: they neither set the rule off nor clear it. */
  readonly idioms: readonly string[];
  /** Phrases that clear the sentence in which they stand. */
  readonly unless: readonly string[];
  /** Phrases that clear the whole draft of this rule. */
  readonly unlessAnywhere: readonly string[];
  /** Phrases that set the rule off by themselves, whatever was learned from examples. */
  readonly alwaysStop: readonly string[];
  readonly alwaysThink: readonly string[];
  /** Phrases that clear the sentence in which they stand, whatever was learned from examples. */
  readonly never: readonly string[];
  /** Calmer words that the clerk has agreed: a phrase, and what may stand in its place; nothing to take it out. */
  readonly instead: readonly { readonly words: string; readonly put: string }[];
  /** The sentences with the marked words may be left out in a calmer version. */
  readonly leaveOut: boolean;
  /** Circumstances in which what the rule finds is grave: all of one list must hold. */
  readonly graver: readonly (readonly Circumstance[])[];
  /** Words that count even when their letters are disguised. */
  readonly disguised: readonly string[];
  /** Drafts that show what the rule says, beside those of the folder of examples; the whole of a flagged one is marked. */
  readonly examples: readonly LabelledDraft[];
  /** The named groups of phrases of the clerk's file, the same for every rule; a group may use those before it. */
  readonly groups: { readonly [name: string]: readonly string[] };
};

export type Severity = 'ok' | 'think' | 'stop';

/** Where a draft is meant to be posted. */
export type Platform = 'own page' | 'group' | 'council page' | 'private message';

/** What is so at the moment when a draft is checked, and may make a rule graver. */
export type Circumstance = 'council page' | 'election' | 'incident';

/** A draft of which is known what needs a second thought: UTF-16 offsets, `end` exclusive. A clean draft has no marks. */
export type LabelledDraft = {
  readonly draft: string;
  readonly marks: readonly {
    readonly rule: string;
    readonly severity: 'think' | 'stop';
    readonly start: number;
    readonly end: number;
  }[];
};

/** Exact words of a draft that need a second thought: `start` and `end` are UTF-16 offsets into the draft. */
export type Finding = {
  readonly rule: string;
  readonly severity: 'think' | 'stop';
  readonly start: number;
  readonly end: number;
  /** One plain sentence. */
  readonly why: string;
  /** Ids of the passages that the rule stands on, best first. */
  readonly passages: readonly string[];
  /** The policy only comes near this rule, so the clerk is offered first. */
  readonly gap: boolean;
};

export type DraftCheck = {
  readonly severity: Severity;
  /** Most serious first, then in reading order. */
  readonly findings: readonly Finding[];
  /** The draft speaks of a picture, film or link that cannot be seen here. */
  readonly unseen: boolean;
  /** Nothing was found, but the draft comes near to what this rule is about. */
  readonly near?: string;
};

/** A suggestion: the draft with some words taken out or replaced, and each change as it was made; `put` is empty for words taken out. */
export type CalmerDraft = {
  readonly text: string;
  readonly changes: readonly { readonly words: string; readonly put: string }[];
};
