/** A word, a mark or a line break of a message, with its place in UTF-16 units, `end` exclusive. */
export type DraftToken = {
  /** As it is compared: lower case, one kind of quote, dash and dots, numbers alike. */
  readonly form: string;
  readonly isWord: boolean;
  readonly isCapital: boolean;
  readonly start: number;
  readonly end: number;
};

const TOKEN = /\n+|[\p{L}\p{N}]+(?:['’][\p{L}]+)*|\.{2,}|\S/gu;

/** What different marks have in common, tried in this order. */
const FORMS: readonly (readonly [RegExp, string])[] = [
  [/^\n/u, '\n'],
  [/^["“”«»]$/u, '"'],
  [/^['‘’`]$/u, "'"],
  [/^[-–—]$/u, '-'],
  [/^(?:\.{2,}|…)$/u, '...'],
  [/^[→>👉➡]$/u, '>'],
  [/^\p{So}$/u, '☺'],
  [/^\p{N}/u, '0'],
];

/** Cuts a message into words, marks and line breaks. */
export function draftTokens(message: string): readonly DraftToken[] {
  return [...message.matchAll(TOKEN)].map(({ 0: found, index }) => ({
    form: formOf(found),
    isWord: /[\p{L}\p{N}]/u.test(found),
    isCapital: /^\p{Lu}/u.test(found),
    start: index,
    end: index + found.length,
  }));
}

function formOf(found: string): string {
  const mark = FORMS.find(([pattern]) => pattern.test(found));
  return mark ? mark[1] : found.toLowerCase().replace(/['’]/gu, '');
}
