/** The vocabulary of what is said back: types only. */

import type { DraftCheck } from './draft/draft';
import type { Passage } from './model';

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
  /** A line that stands above everything else on the card. */
  readonly first?: string;
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
