/** What is counted. Never words, never a person: the key is an id of the council's own files, or a name of ours. */
export type TallyKind =
  /** A passage that answered a question. */
  | 'passage'
  /** A topic that was asked about and that the policy does not settle; `other` when it is none of those that are known. */
  | 'topic'
  /** A fixed card, such as the golden rule. */
  | 'card'
  /** A rule that marked something in a draft. */
  | 'rule'
  /** A draft in which nothing was marked: `clear`. */
  | 'draft';

/** Something that happened once. */
export type Tally = { readonly kind: TallyKind; readonly key: string };

/** How often something happened in a month such as "2026-10", in UK time. */
export type Tallied<Kind extends string = TallyKind> = {
  readonly month: string;
  readonly kind: Kind;
  readonly key: string;
  readonly count: number;
};
