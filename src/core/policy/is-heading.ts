import type { Line, Mark } from './document';
import { readMark } from './read-mark';
import { markedLevel, neighbour, standsAlone, type Traits } from './read-traits';

const LONGEST = { characters: 90, words: 14 };

/** What decides whether a line is a heading: the lines, those with words in order, how the document is laid out, and what the contents list names. */
export type Surrounding = {
  readonly lines: readonly Line[];
  readonly filled: readonly Line[];
  readonly traits: Traits;
  readonly named: ReadonlySet<number>;
};

/** How a heading is recognised; it decides the level later. */
export type HeadingKind = 'marked' | 'numbered' | 'capitals' | 'plain';

/** Whether the line is a heading, and by what sign. `at` is its place among the lines with words. */
export function headingKind(line: Line, at: number, around: Surrounding): HeadingKind | undefined {
  if (markedLevel(line, around.lines) !== undefined) return 'marked';
  const next = around.filled[at + 1];
  const previous = around.filled[at - 1];
  if (!next || line.text.length > LONGEST.characters || line.text.split(/\s+/u).length > LONGEST.words)
    return undefined;
  const mark = readMark(line.text);
  if (around.named.has(line.number)) return mark?.kind === 'number' ? 'numbered' : 'plain';
  if (around.traits.marked) return undefined;
  if (mark) return isNumberedHeading(line, mark, [previous, next]) ? 'numbered' : undefined;
  if (isCapitals(line.text) && startsAfresh(line, around)) return 'capitals';
  return isPlainHeading(line, previous, around) ? 'plain' : undefined;
}

/** "1. Purpose", not "1. Purpose" among other numbers of its depth, not a short clause that ends in a stop. */
function isNumberedHeading(line: Line, mark: Mark, [previous, next]: readonly [Line | undefined, Line]): boolean {
  if (mark.kind !== 'number' || previous?.text.endsWith(':')) return false;
  if (!/^[\p{Lu}"“‘']/u.test(line.text.slice(mark.length)) || /[.;:,!]['’”"]?$/u.test(line.text)) return false;
  const [above, below] = [previous && readMark(previous.text), readMark(next.text)];
  if (below?.kind === 'number') return below.depth > mark.depth;
  return !(above?.kind === 'number' && above.depth === mark.depth);
}

function isCapitals(text: string): boolean {
  const letters = text.replace(/[^\p{L}]/gu, '');
  return (
    letters.length >= 4 &&
    letters === letters.toUpperCase() &&
    letters !== letters.toLowerCase() &&
    !/[.:;,]$/u.test(text)
  );
}

/** In a wrapped document a capital word may begin any line, so a heading needs a blank line above. */
function startsAfresh(line: Line, { lines, traits }: Surrounding): boolean {
  return !traits.wrapped || (neighbour(lines, line, -1)?.blank ?? true);
}

/** A short line that stands before other text. One that ends like a sentence must stand alone, which says something only where paragraphs do not. */
function isPlainHeading(line: Line, previous: Line | undefined, { lines, traits }: Surrounding): boolean {
  if (!/^[\p{Lu}\p{N}"“‘'(]/u.test(line.text) || /[:;,–—-]$/u.test(line.text) || previous?.text.endsWith(':'))
    return false;
  const alone = standsAlone(line, lines);
  const ending = /[.?!](?=['’”")]*$)/u.exec(line.text)?.[0];
  if (ending !== undefined) return alone && (!traits.spaced || ending === '?');
  if (traits.wrapped) return alone;
  return !traits.spaced || (neighbour(lines, line, -1)?.blank ?? true);
}
