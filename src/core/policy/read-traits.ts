import type { Line } from './document';
import { readMark } from './read-mark';

/** How a document is laid out as a whole. */
export type Traits = {
  /** Headings are marked as in Markdown, so no other line is taken for one. */
  readonly marked: boolean;
  /** Paragraphs run over several lines. */
  readonly wrapped: boolean;
  /** Blank lines stand between paragraphs, so a blank line around a short sentence means nothing. */
  readonly spaced: boolean;
};

const FEWEST_MARKED = 2;
/** From this share of lines that go on in lower case, the document is wrapped: a stray lower-case line does not count. */
const WRAPPED_SHARE = 0.25;
const SPACED_SHARE = 0.5;

export function readTraits(lines: readonly Line[]): Traits {
  const plain = lines.filter((line) => !line.blank && !readMark(line.text) && markedLevel(line, lines) === undefined);
  const following = plain.filter((line) => neighbour(lines, line, -1)?.blank === false);
  const goesOn = following.filter((line) => /^\p{Ll}/u.test(line.text));
  const wrapped = goesOn.length > 0 && goesOn.length >= following.length * WRAPPED_SHARE;
  return {
    marked: lines.filter((line) => markedLevel(line, lines) !== undefined).length >= FEWEST_MARKED,
    wrapped,
    spaced: wrapped || plain.filter((line) => standsAlone(line, lines)).length >= plain.length * SPACED_SHARE,
  };
}

/** The level of a Markdown heading, marked by # or by an underline; undefined for any other line. */
export function markedLevel(line: Line, lines: readonly Line[]): number | undefined {
  const signs = /^(#{1,6})\s+\S/u.exec(line.text)?.[1];
  if (signs) return signs.length;
  const below = neighbour(lines, line, 1)?.text ?? '';
  if (line.blank || readMark(line.text) || neighbour(lines, line, -1)?.blank === false) return undefined;
  if (/^={3,}$/u.test(below)) return 1;
  return /^-{3,}$/u.test(below) ? 2 : undefined;
}

/** Blank lines, or the ends of the document, above and below. */
export function standsAlone(line: Line, lines: readonly Line[]): boolean {
  return (neighbour(lines, line, -1)?.blank ?? true) && (neighbour(lines, line, 1)?.blank ?? true);
}

/** The line so many lines below (or above, when negative). */
export function neighbour(lines: readonly Line[], line: Line, distance: number): Line | undefined {
  return lines[line.number - 1 + distance];
}
