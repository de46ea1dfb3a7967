import type { Contents, Heading, Line } from './document';
import { type HeadingKind, headingKind } from './is-heading';
import { readMark } from './read-mark';
import { markedLevel, type Traits } from './read-traits';

/** Stands before the headings of every passage when a document has no title line. */
const NO_TITLE = 'Policy';

type Found = { readonly line: Line; readonly kind: HeadingKind; readonly beforeHeading: boolean };

/** The headings of a document in order, with their levels and the path that leads to each. A heading on the first line with words is the title. */
export function findHeadings(
  lines: readonly Line[],
  traits: Traits,
  contents: Contents | undefined,
): readonly Heading[] {
  const found = recognise(lines, traits, contents);
  const levels = contents && levelsByContents(contents, found);
  const headings: Heading[] = [];
  const open: Heading[] = [];
  const firstLine = lines.find((line) => !line.blank);
  for (const heading of found) {
    const level = heading.line === firstLine ? 0 : levelOf(heading, lines, levels);
    while ((open.at(-1)?.level ?? -1) >= level) open.pop();
    const text = headingText(heading.line);
    const above = open.map((each) => each.text);
    const path = [...(headings[0]?.level === 0 || level === 0 ? [] : [NO_TITLE]), ...above, text];
    open.push({
      text,
      line: heading.line.number,
      level,
      path,
      ...(levels && { named: levels.has(heading.line.number) }),
    });
    headings.push(...open.slice(-1));
  }
  return headings;
}

/** The title of a document whose headings these are. */
export function titleOf(headings: readonly Heading[]): string {
  return headings[0]?.level === 0 ? headings[0].text : NO_TITLE;
}

function recognise(lines: readonly Line[], traits: Traits, contents: Contents | undefined): readonly Found[] {
  const filled = lines.filter((line) => !line.blank && !isInside(contents, line));
  const named = new Set(contents?.entries.flatMap(({ line }) => line ?? []));
  const kinds = filled.map((line, at) => headingKind(line, at, { lines, filled, traits, named }));
  return filled.flatMap((line, at) => {
    const kind = kinds[at];
    return kind ? [{ line, kind, beforeHeading: kinds[at + 1] !== undefined }] : [];
  });
}

function isInside(contents: Contents | undefined, line: Line): boolean {
  return contents !== undefined && line.number >= contents.firstLine && line.number <= contents.lastLine;
}

/**
 * The levels that a contents list gives, by line. Entries that name no heading are paired with the headings that stand between the
 * two neighbours named, where there are as many: "Separating your role…" is then "Keeping your … life private".
 */
function levelsByContents({ entries }: Contents, found: readonly Found[]): ReadonlyMap<number, number> {
  const levels = new Map(entries.flatMap(({ line, level }) => (line === undefined ? [] : [[line, level] as const])));
  const linesOfHeadings = found.map(({ line }) => line.number);
  let leftOver: number[] = [];
  let lastNamed = 0;
  for (const { line, level } of entries) {
    if (line === undefined) {
      leftOver.push(level);
      continue;
    }
    const between = linesOfHeadings.filter((number) => number > lastNamed && number < line);
    if (lastNamed > 0 && between.length === leftOver.length)
      between.forEach((number, place) => {
        levels.set(number, leftOver[place] ?? level);
      });
    leftOver = [];
    lastNamed = line;
  }
  return levels;
}

/** A mark or number of its own says more than the contents list, which may leave out the lower levels. */
function levelOf(
  { line, kind, beforeHeading }: Found,
  lines: readonly Line[],
  levels: ReadonlyMap<number, number> | undefined,
): number {
  const mark = readMark(line.text);
  if (kind === 'marked') return markedLevel(line, lines) ?? 1;
  if (mark?.kind === 'number') return mark.depth;
  return levels?.get(line.number) ?? (kind === 'capitals' || beforeHeading ? 1 : 2);
}

/** The words of a heading: a Markdown mark is left out, a number is kept. */
function headingText({ text }: Line): string {
  const marked = /^#{1,6}\s(.*)$/u.exec(text)?.[1];
  return marked === undefined ? text : marked.replace(/(?<!\s)\s+#+$/u, '').trim();
}
