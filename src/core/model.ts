/** The vocabulary of the product: types only. Everything that core, app and the adapters say to each other is named here. */

import type { HelpGroup } from './conversation/help-groups';
import type { MarkedMessage } from './conversation/train-draft-finder';
import type { ConfidenceWeights } from './match/confidence';
import type { Trained } from './trained';

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
  /** Ways in which people ask for this passage. */
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
  readonly ways: readonly string[];
};

/** A kind of message that is neither a policy question nor an uncovered topic: greeting, thanks, privacy … */
export type Talk = {
  readonly id: string;
  /** Which reply it gets: a plain note in words, or one of the commands' cards. */
  readonly reply:
    | { readonly kind: 'note'; readonly text: string }
    | { readonly kind: 'command'; readonly command: CommandName };
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

// ---------------------------------------------------------------- the council

/** A clerk who may answer, known by directory id or by the e-mail address in the channel's roster. */
export type Clerk = {
  readonly name: string;
  readonly id?: string;
  readonly email?: string;
  /** Stands in on days on which a clerk who is no deputy is on leave. */
  readonly deputy?: boolean;
  /** Own hours; the office's where there are none. */
  readonly hours?: Week;
  readonly leave?: readonly DayRange[];
};

/** The first and the last of some days, as "2027-03-23". */
export type DayRange = { readonly from: string; readonly to: string };

export type Weekday = 'monday' | 'tuesday' | 'wednesday' | 'thursday' | 'friday' | 'saturday' | 'sunday';

/** A stretch of a day, in minutes after midnight as a clock in the UK shows them; `to` exclusive. */
export type Hours = { readonly from: number; readonly to: number };

/** The hours of each working day of a week, in order and apart from each other. A day that is missing is no working day. */
export type Week = { readonly [day in Weekday]?: readonly Hours[] };

/** A part of the UK with bank holidays of its own, as gov.uk names it. */
export type Division = 'england-and-wales' | 'scotland' | 'northern-ireland';

/** When the clerk's office works and what it promises. */
export type OfficeSettings = {
  readonly hours: Week;
  readonly bankHolidays: Division | 'none';
  /** Days on which nobody works, such as those between Christmas and New Year. */
  readonly closed: readonly DayRange[];
  /** In working days after the day of asking. */
  readonly answerWithinDays: number;
  /** Remind the clerk at half time. */
  readonly nudge: boolean;
};

/** How long records are kept, in calendar months as they pass in the UK. */
export type RecordSettings = {
  /** From the day on which a case is closed or withdrawn until its words are removed. */
  readonly casesMonths: number;
  readonly guidance: 'until retired';
  readonly accessLogMonths: number;
  /** From the day on which a message was sent, or given up. */
  readonly outboxDays: number;
};

/** Days off by law or proclamation, those that take the place of a weekend's included: days as "2026-12-28", in order. */
export type BankHolidays = { readonly [division in Division]: readonly string[] };

/** What a clerk may change about the council, from `config/council.yaml`. */
export type Council = {
  readonly name: string;
  readonly assistant: string;
  readonly clerk: {
    readonly name: string;
    readonly title: string;
    readonly phone: string;
    readonly email: string;
    readonly days: string;
  };
  readonly clerks: readonly Clerk[];
  /** Who answers questions about the clerk, such as the chair; `id` is the directory id, without which they cannot be reached in Teams. */
  readonly alternate?: {
    readonly name: string;
    readonly title: string;
    readonly email: string;
    readonly phone?: string;
    readonly id?: string;
  };
  readonly contacts: { readonly [name: string]: string };
  readonly showNames: boolean;
  readonly draftMinutes: number;
  /** Telephone numbers that may stand in a post. */
  readonly publicNumbers: readonly string[];
  /** Mail and web domains of the council. */
  readonly domains: readonly string[];
  /** Names and addresses of halls and offices that may stand in a post. */
  readonly venues: readonly string[];
  /** People in public office, who may be named in it. */
  readonly officeHolders: readonly { readonly name: string; readonly office: string }[];
  /** Pre-election periods, by-elections too: days as "2027-03-23", the first and the last of each. */
  readonly elections: readonly DayRange[];
  /** A flood, fire or other major incident is being dealt with now. */
  readonly incident: boolean;
  readonly office: OfficeSettings;
  readonly records: RecordSettings;
  /** Where everybody can read the whole policy; the id of a passage behind "#" leads to it. */
  readonly policyUrl?: string;
};

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
  readonly urgentWays: { readonly [level: string]: readonly string[] };
  /** Phrases that look like danger and are not. */
  readonly figurative: readonly string[];
  readonly commands: readonly Command[];
  readonly rules: readonly DraftRule[];
  /** Drafts from which it is learned what breaks the rules. */
  readonly draftExamples: readonly LabelledDraft[];
  /** What the fixed cards quote. */
  readonly quotes: {
    readonly goldenRule: Passage;
    readonly risks: Passage;
    readonly streetTest: Passage;
    readonly pageRules: readonly Passage[];
    readonly abuseSteps: readonly Passage[];
  };
  readonly wording: Wording;
  /** Messages from which it is learned where a draft stands in a message. */
  readonly drafts: readonly MarkedMessage[];
  /** Words of dialect and of the domain, by concept. */
  readonly lexicon: { readonly [concept: string]: readonly string[] };
  /** How sure rankings are; missing when no labelled questions have been judged yet. */
  readonly calibration?: ConfidenceWeights;
  /** Missing when nothing has been trained on these ways of asking. */
  readonly trained?: Trained;
  readonly bankHolidays: BankHolidays;
};

// ---------------------------------------------------------------- drafts

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

export type CommandName =
  | 'rules'
  | 'golden rule'
  | 'abuse'
  | 'check'
  | 'ask clerk'
  | 'my cases'
  | 'status'
  | 'privacy'
  | 'help'
  | 'text only'
  | 'cancel'
  | 'add'
  | 'close'
  | 'reopen'
  | 'link'
  | 'cases'
  | 'open'
  | 'take'
  | 'take over'
  | 'hand back'
  | 'pass'
  | 'ask more'
  | 'answer'
  | 'wording'
  | 'official channel'
  | 'note'
  | 'guidance'
  | 'retire'
  | 'restore'
  | 'report'
  | 'my data'
  | 'forget me'
  | 'hold'
  | 'release'
  | 'log';

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

/** The outcomes that a caller can tell apart; one per reply. */
export type Outcome =
  | 'answer'
  | 'choose'
  | 'golden_rule'
  | 'abuse_steps'
  | 'rules'
  | 'check'
  | 'escalate'
  | 'urgent'
  | 'chitchat';

export type CardName =
  | 'welcome'
  | 'welcome-channel'
  | 'rules'
  | 'golden-rule'
  | 'abuse-steps'
  | 'urgent'
  | 'answer'
  | 'choose'
  | 'findings'
  | 'check-draft'
  | 'others-message'
  | 'not-sure'
  | 'consent'
  | 'about-clerk'
  | 'receipt'
  | 'not-linked'
  | 'my-cases'
  | 'case-status'
  | 'clerk-case'
  | 'clerk-cases'
  | 'clerk-answer'
  | 'clerk-follow-up'
  | 'clerk-line'
  | 'case-desk'
  | 'case-notice'
  | 'link'
  | 'link-outcome'
  | 'help'
  | 'privacy'
  | 'my-data'
  | 'forget-me'
  | 'access-log'
  | 'note'
  | 'guidance-form'
  | 'guidance-list'
  | 'guidance-entry'
  | 'report';

/** Plain data for a card's template. */
export type Field = string | number | boolean | null | readonly Field[] | { readonly [name: string]: Field };
export type Fields = { readonly [name: string]: Field };

/** What is said back: a card and its data. `notice` is the lock-screen line and never holds words of a question, draft or answer. */
export type Reply = {
  readonly card: CardName;
  readonly fields: Fields;
  readonly notice: string;
  /** Send it as plain text even to people who get cards: words to copy. */
  readonly plain?: true;
  /** Ends the dialog in which it is said; of the card only the first lines are shown. */
  readonly close?: true;
};

/** One line of a list of what was found, and the card that stands behind it. The person may put that card into any chat. */
export type SearchResult = { readonly title: string; readonly text: string; readonly reply: Reply };

/** A reply together with what was decided, for the caller that measures. */
export type Turn = {
  readonly outcome: Outcome;
  readonly confidence: number;
  readonly passages: readonly Passage[];
  readonly check?: DraftCheck;
  /** The draft was checked before, in this version or another. */
  readonly again?: true;
  /** What was asked about: the passage that answers it, or the topic that the policy does not settle, `other` for one that is not known. */
  readonly asked?: readonly { readonly kind: 'passage' | 'topic'; readonly id: string }[];
  readonly reply: Reply;
};
