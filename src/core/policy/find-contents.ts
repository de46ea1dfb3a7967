import { alignEntries, sameHeading } from './align-entries';
import type { Contents, Line } from './document';
import { readMark } from './read-mark';
import { wordSet } from './word-overlap';

/** How many lines with words count as "near the top". */
const NEAR_TOP = 40;
const ENTRIES = { fewest: 3, most: 80 };
/** The share of entries that must come again as headings: "nearly all". */
const REPEATED = 0.75;
/** So many runs are compared with the rest of the document, which is the costly step. */
const MOST_TRIES = 5;
const SHORT = { characters: 120, words: 14 };

type Candidate = { readonly line: Line; readonly words: ReadonlySet<string> };
type Run = { readonly entries: readonly Candidate[]; readonly later: readonly Candidate[] };

/**
 * Finds a contents list: a run of short lines near the top whose entries nearly all come again later, in the same order.
 * Numbers, bullets or indents give the levels of the headings. The first line of a document is its title, never an entry.
 */
export function findContents(lines: readonly Line[]): Contents | undefined {
  const filled = lines.filter((line) => !line.blank);
  const candidates = filled.map((line) => (isShort(line) ? { line, words: wordSet(entryText(line)) } : undefined));
  let tries = 0;
  for (let start = 1; start < Math.min(NEAR_TOP, filled.length) && tries < MOST_TRIES; start++) {
    const run = runFrom(candidates, start);
    if (!run) continue;
    tries++;
    const pairs = alignEntries(
      run.entries.map(({ words }) => words),
      run.later.map(({ words }) => words),
    );
    if (pairs.size < run.entries.length * REPEATED) continue;
    return contentsOf(run, pairs, { own: ownHeading(filled, start), lines });
  }
  return undefined;
}

function isShort({ text }: Line): boolean {
  return text.length <= SHORT.characters && text.split(/\s+/u).length <= SHORT.words;
}

/** An entry without its mark, its link and its page number. */
function entryText({ text }: Line): string {
  return text
    .slice(readMark(text)?.length ?? 0)
    .replace(/^#{1,6}\s/u, '')
    .replace(/\]\([^)\]]*\)/u, '')
    .replace(/(?<![.…·\s])[.…·\s]+\d{1,3}$/u, '');
}

/** The short lines from `start` up to the first that repeats it, or to the first long line; undefined if they cannot be a contents list. */
function runFrom(candidates: readonly (Candidate | undefined)[], start: number): Run | undefined {
  const first = candidates[start];
  if (!first || first.words.size === 0) return undefined;
  const entries: Candidate[] = [];
  for (const candidate of candidates.slice(start, start + ENTRIES.most + 1)) {
    if (!candidate || (candidate !== first && sameHeading(candidate.words, first.words) > 0)) break;
    entries.push(candidate);
  }
  if (entries.length < ENTRIES.fewest || entries.length > ENTRIES.most) return undefined;
  const later = candidates.slice(start + entries.length).filter((candidate) => canBeHeading(candidate));
  return later.some(({ words }) => sameHeading(words, first.words) > 0) ? { entries, later } : undefined;
}

function canBeHeading(candidate: Candidate | undefined): candidate is Candidate {
  const mark = candidate && readMark(candidate.line.text);
  return candidate !== undefined && (mark === undefined || mark.kind === 'number');
}

/** A short line above the first entry, such as "Contents", unless it is the title or a sentence. */
function ownHeading(filled: readonly Line[], start: number): Line | undefined {
  const [above, first] = [filled[start - 1], filled[start]];
  if (start < 2 || !above || !first || !isShort(above)) return undefined;
  return first.number - above.number <= 2 && !above.text.endsWith('.') ? above : undefined;
}

function contentsOf(
  { entries, later }: Run,
  pairs: ReadonlyMap<number, number>,
  { own, lines }: { readonly own: Line | undefined; readonly lines: readonly Line[] },
): Contents | undefined {
  const listed = entries.slice(0, countListed(entries, pairs, lines));
  const [first, last] = [listed[0]?.line, listed.at(-1)?.line];
  if (!first || !last) return undefined;
  return {
    firstLine: (own ?? first).number,
    lastLine: last.number,
    entries: listed.map(({ line }, row) => {
      const named = later[pairs.get(row) ?? -1]?.line.number;
      return { level: levelOf(line, listed), ...(named !== undefined && { line: named }) };
    }),
  };
}

/** How many entries belong to the list: short lines after a gap that name no heading do not. */
function countListed(
  entries: readonly Candidate[],
  pairs: ReadonlyMap<number, number>,
  lines: readonly Line[],
): number {
  let count = Math.max(...pairs.keys()) + 1;
  while (count < entries.length && lines[(entries[count]?.line.number ?? 0) - 2]?.blank === false) count++;
  return count;
}

/** The depth of a number; else 2 for a bullet among lines without, or for an indent among lines without; else 1. */
function levelOf(line: Line, entries: readonly Candidate[]): number {
  const mark = readMark(line.text);
  if (mark?.kind === 'number') return mark.depth;
  const someUnmarked = entries.some((entry) => !readMark(entry.line.text));
  const outermost = Math.min(...entries.map((entry) => entry.line.indent));
  return (mark && someUnmarked) || line.indent > outermost ? 2 : 1;
}
