/**
 * The vocabulary of the product: types only. What core, app and the adapters say to each other is named here, and beside it in
 * `council.ts`, `known.ts`, `reply.ts`, `cases/case.ts`, `draft/draft.ts` and `guidance/guidance.ts`.
 */

// ---------------------------------------------------------------- policy

/** A stretch of the policy's source text: offsets in UTF-16 code units, `end` exclusive, and the 1-based line it begins on. */
export type Span = { readonly start: number; readonly end: number; readonly line: number };

/**
 * A piece of the policy that answers something. `text` is always `source.slice(span.start, span.end)`, byte for byte:
 * the assistant quotes, it never paraphrases. `summary` and `ways` are the clerk's annotations, never the policy's words.
 */
export type Passage = {
  readonly id: string;
  readonly headings: readonly string[];
  readonly text: string;
  readonly span: Span;
  /** A sentence such as "When posting you should remember that:" that a bullet needs to make sense; also a verbatim part of the source. */
  readonly leadIn?: string;
  /** The plain line shown above the quotation, marked as summary. */
  readonly summary: string;
  /** Ways in which people ask for this passage; none where a trained file has what was made of them. */
  readonly ways: readonly string[];
  /** The words are addressed to people who use a councillor's page, not to councillors. */
  readonly forPageUsers: boolean;
};

/** A heading that has no words of its own below it, and the heading whose section holds them, if one was found. */
export type HeadingLink = { readonly heading: string; readonly line: number; readonly heldBy?: string };

/** A council's policy, cut and annotated. */
export type Policy = {
  readonly title: string;
  readonly source: string;
  readonly passages: readonly Passage[];
  readonly headingLinks: readonly HeadingLink[];
  /** Sentences for the clerk about oddities of the document. */
  readonly warnings: readonly string[];
};

/** Something that councillors ask and that the policy does not settle. */
export type Topic = {
  readonly id: string;
  readonly title: string;
  /** Ids of the passages that stand nearest, best first; empty when nothing does. */
  readonly nearest: readonly string[];
  /** As for a passage. */
  readonly ways: readonly string[];
};

/** A kind of message that is neither a policy question nor an uncovered topic: greeting, thanks, privacy … */
export type Talk = {
  readonly id: string;
  /** Which reply it gets: a plain note in words, or one of the commands' cards. */
  readonly reply:
    | { readonly kind: 'note'; readonly text: string }
    | { readonly kind: 'command'; readonly command: CommandName };
  /** As for a passage. */
  readonly ways: readonly string[];
};

// ---------------------------------------------------------------- matching and deciding

/** Why a match scored as it did: named numbers from 0 to 1, for explanations and calibration. */
export type Evidence = { readonly [feature: string]: number };

/** What a question may be about. */
export type Target =
  | { readonly kind: 'passage'; readonly passage: Passage }
  | { readonly kind: 'topic'; readonly topic: Topic }
  | { readonly kind: 'talk'; readonly talk: Talk };

/**
 * One candidate for what a question is about. `share` is its part of the evidence for this question, `confidence` the probability
 * that it is right, comparable between questions; both from 0 to 1. `nearest` are the ways of asking that are most alike, best first.
 */
export type Match = Target & {
  readonly share: number;
  readonly confidence: number;
  readonly evidence: Evidence;
  readonly nearest: readonly string[];
};

export type PassageMatch = Extract<Match, { kind: 'passage' }>;

/** How grave a message is, `experience` levels 1 to 4 and two that are not about abuse of the councillor. */
export type UrgentLevel = 'danger-now' | 'self-harm' | 'threat-crime' | 'safeguarding' | 'self-threat';

/** What to do about one question. */
export type Decision =
  | { readonly kind: 'answer'; readonly passages: readonly Passage[]; readonly confidence: number }
  | { readonly kind: 'choose'; readonly passages: readonly Passage[]; readonly confidence: number }
  | {
      readonly kind: 'escalate';
      readonly topic?: Topic;
      readonly nearest: readonly Passage[];
      readonly confidence: number;
    }
  | { readonly kind: 'talk'; readonly talk: Talk; readonly confidence: number };

/** What is said first, what may be done, and the phrases that show the level; numbers already filled in. */
export type UrgentGuide = {
  readonly level: UrgentLevel;
  readonly first: string;
  readonly lines: readonly string[];
  readonly steps: readonly string[];
  /** Offer to tell the clerk. */
  readonly clerk: boolean;
  readonly phrases: readonly string[];
};

// ---------------------------------------------------------------- conversation

export type Scope = 'personal' | 'group' | 'channel';

/** How a person is known: the verified directory id. `name` is for display only and never decides anything. */
export type Person = { readonly id: string; readonly name: string };

/** The way back to a person, a channel or a message. Opaque and versioned: only the channel adapter writes or reads it. */
export type Address = string;

/** Something that a person wrote. */
export type Message = {
  readonly kind: 'message';
  readonly id: string;
  readonly tenant: string;
  readonly conversation: string;
  readonly scope: Scope;
  readonly from: Person;
  readonly text: string;
  /** A picture or file came with it; the assistant cannot see it. */
  readonly attachments: boolean;
  readonly address: Address;
};

/** A button pressed on a card, with what was typed into the card's boxes. `data` comes from the client and proves nothing. */
export type Press = {
  readonly kind: 'press';
  readonly id: string;
  readonly tenant: string;
  readonly conversation: string;
  readonly scope: Scope;
  readonly from: Person;
  readonly verb: string;
  readonly data: { readonly [name: string]: string };
  readonly address: Address;
  /** Where the button stood, or what it opened; a card when left out. A dialog is seen by this person alone, wherever it was opened. */
  readonly surface?: 'card' | 'dialog';
};

/** Words looked for with the message extension; `query` is empty when it has just been opened. `command` says which search. */
export type Search = {
  readonly kind: 'search';
  readonly id: string;
  readonly tenant: string;
  readonly conversation: string;
  readonly scope: Scope;
  readonly from: Person;
  readonly command: string;
  readonly query: string;
  readonly address: Address;
};

/** Every command by its name; what is typed for it stands in knowledge/commands.yaml. */
export const COMMAND_NAMES = [
  'rules',
  'golden rule',
  'abuse',
  'check',
  'ask clerk',
  'my cases',
  'status',
  'privacy',
  'help',
  'text only',
  'cancel',
  'add',
  'close',
  'reopen',
  'link',
  'cases',
  'open',
  'take',
  'take over',
  'hand back',
  'pass',
  'ask more',
  'answer',
  'wording',
  'official channel',
  'note',
  'guidance',
  'retire',
  'restore',
  'report',
  'my data',
  'forget me',
  'hold',
  'release',
  'log',
] as const;
export type CommandName = (typeof COMMAND_NAMES)[number];

/** What a message wants, before anything is looked up. */
export type Intent =
  | { readonly kind: 'command'; readonly command: CommandName; readonly rest: string }
  /** `introduced` when plain words lead up to the draft; else it was found by likeness. */
  | { readonly kind: 'draft'; readonly draft: string; readonly introduced: boolean }
  | { readonly kind: 'question'; readonly parts: readonly string[] }
  | { readonly kind: 'attachment' }
  | { readonly kind: 'empty' }
  /** Signs only, such as a thumb or three dots. */
  | { readonly kind: 'wordless' };
