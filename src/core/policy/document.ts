import type { HeadingLink, Span } from '../model';

/** One line of a document. `start` and `end` are UTF-16 offsets of the line without the white space around it. */
export type Line = {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** 1-based. */
  readonly number: number;
  /** White space before the text, in characters. */
  readonly indent: number;
  /** No letter and no digit: an empty line, a rule, the underline of a heading. */
  readonly blank: boolean;
};

/** What a line of a list or a numbered clause begins with; `length` counts the mark and the space after it. */
export type Mark =
  | { readonly kind: 'bullet' | 'letter'; readonly length: number }
  | { readonly kind: 'number'; readonly length: number; readonly depth: number };

/** A heading; level 0 is the title, 1 a section, 2 and more what stands inside. `path` begins with the title and ends with this heading. */
export type Heading = {
  readonly text: string;
  readonly line: number;
  readonly level: number;
  readonly path: readonly string[];
  /** The contents list has an entry for it; undefined when there is no contents list. */
  readonly named?: boolean;
};

/** An entry of a contents list: its level, and the line of the heading that it names, if one was found. */
type Entry = { readonly level: number; readonly line?: number };

/** A contents list, with its own heading. */
export type Contents = {
  readonly firstLine: number;
  readonly lastLine: number;
  readonly entries: readonly Entry[];
};

/** A stretch of running text, or one item of a list with its mark. */
export type Part = Span & { readonly kind: 'text' | 'item' };

/** What belongs together: a paragraph, a numbered clause, or a list; a list's lead-in and all its items are one block. */
export type Block = Span & {
  readonly kind: 'paragraph' | 'clause' | 'list';
  readonly heading?: Heading;
  readonly parts: readonly Part[];
  readonly lastLine: number;
  /** The last sentence before the items of a list, such as "You must:". */
  readonly leadIn?: Span;
};

/** A block that says what another one says: both by their first line. */
export type Duplicate = { readonly line: number; readonly of: number };

export type PolicyDocument = {
  readonly title: string;
  readonly source: string;
  readonly contents?: Contents;
  readonly headings: readonly Heading[];
  readonly blocks: readonly Block[];
  readonly duplicates: readonly Duplicate[];
  readonly headingLinks: readonly HeadingLink[];
  /** Sentences for the clerk about oddities, in the order of the lines. */
  readonly warnings: readonly string[];
};
