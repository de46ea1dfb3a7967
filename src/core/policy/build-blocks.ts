import { blockSentences } from './block-sentences';
import type { Block, Contents, Heading, Line, Mark, Part } from './document';
import { readMark } from './read-mark';
import type { Traits } from './read-traits';

type Layout = {
  readonly traits: Traits;
  readonly headings: readonly Heading[];
  readonly contents: Contents | undefined;
};

/** A block while its lines are being read; `mark` and `indent` are those of the last part. */
type Open = {
  readonly heading: Heading | undefined;
  readonly firstMark: Mark | undefined;
  readonly parts: Part[];
  lastLine: number;
  mark: Mark | undefined;
  indent: number;
};

/** Puts the lines between the headings into blocks: each line that is not blank, heading or contents list falls into exactly one. */
export function buildBlocks(source: string, lines: readonly Line[], layout: Layout): readonly Block[] {
  const headings = new Map(layout.headings.map((heading) => [heading.line, heading]));
  const blocks: Block[] = [];
  let open: Open | undefined;
  let heading: Heading | undefined;
  for (const line of lines) {
    if (line.blank) continue;
    heading = headings.get(line.number) ?? heading;
    const isBody = !headings.has(line.number) && !isInside(layout.contents, line);
    if (open && isBody && grow(open, line, { source, traits: layout.traits })) continue;
    if (open) blocks.push(finish(source, open));
    open = isBody ? begin(line, heading) : undefined;
  }
  if (open) blocks.push(finish(source, open));
  return blocks;
}

function isInside(contents: Contents | undefined, line: Line): boolean {
  return contents !== undefined && line.number >= contents.firstLine && line.number <= contents.lastLine;
}

function begin(line: Line, heading: Heading | undefined): Open {
  const mark = readMark(line.text);
  const kind = mark && mark.kind !== 'number' ? 'item' : 'text';
  return {
    heading,
    firstMark: mark,
    parts: [{ kind, start: line.start, end: line.end, line: line.number }],
    lastLine: line.number,
    mark,
    indent: line.indent,
  };
}

/** Adds the line to the open block if it goes on the last part or is a further item; says whether it did. */
function grow(
  open: Open,
  line: Line,
  { source, traits }: { readonly source: string; readonly traits: Traits },
): boolean {
  const mark = readMark(line.text);
  const last = open.parts.at(-1);
  if (!last || !(mark ? isFurtherItem(source, open, mark) : goesOn(open, line, traits))) return false;
  if (mark) {
    open.parts.push({ kind: 'item', start: line.start, end: line.end, line: line.number });
    open.mark = mark;
    open.indent = line.indent;
  } else open.parts[open.parts.length - 1] = { ...last, end: line.end };
  open.lastLine = line.number;
  return true;
}

function goesOn(open: Open, line: Line, traits: Traits): boolean {
  return line.number === open.lastLine + 1 && (traits.wrapped || line.indent > open.indent);
}

/** Items follow items of their kind, or a text that leads into them. A number leads in nothing of its own depth: "1.1 …:" and "1.2 …" are two clauses. */
function isFurtherItem(source: string, open: Open, mark: Mark): boolean {
  const last = open.parts.at(-1);
  if (!last) return false;
  const before = open.mark?.kind === 'number' ? open.mark.depth : 0;
  if (last.kind === 'item') return mark.kind !== 'number' || mark.depth === before;
  if (mark.kind === 'number' && mark.depth <= before) return false;
  const ending = source.slice(last.end - 1, last.end);
  return /[:–—]/u.test(ending) || (mark.kind === 'letter' && !/[.?!]/u.test(ending));
}

function finish(source: string, { heading, firstMark, parts, lastLine }: Open): Block {
  const [first, last] = [parts[0], parts.at(-1)];
  const list = last?.kind === 'item' ? 'list' : 'paragraph';
  const block: Block = {
    kind: firstMark?.kind === 'number' ? 'clause' : list,
    ...(heading && { heading }),
    parts,
    start: first?.start ?? 0,
    end: last?.end ?? 0,
    line: first?.line ?? 0,
    lastLine,
  };
  if (list === 'paragraph' || first?.kind === 'item') return block;
  const leadIn = blockSentences(source, block).findLast(({ kind }) => kind === 'text');
  return leadIn ? { ...block, leadIn: { start: leadIn.start, end: leadIn.end, line: leadIn.line } } : block;
}
