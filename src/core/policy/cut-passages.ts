import type { Span } from '../model';
import type { Place } from './create-placer';
import type { PolicyDocument } from './document';

/** A passage as the document gives it, before a clerk's annotations; `text` is `source.slice(span.start, span.end)`. */
export type Cut = {
  readonly headings: readonly string[];
  readonly text: string;
  readonly span: Span;
  readonly leadIn?: string;
};

/** One cut for each place, in the order given: from its beginning to the next beginning in the same block, or to the block's end. */
export function cutPassages(document: PolicyDocument, places: readonly Place[]): readonly Cut[] {
  const starts = places.map(({ unit }) => unit.start).sort((a, b) => a - b);
  return places.map(({ block, unit }) => {
    const next = starts.find((start) => start > unit.start) ?? block.end;
    const text = document.source.slice(unit.start, Math.min(next, block.end)).trimEnd();
    const { leadIn } = block;
    return {
      headings: block.heading?.path ?? [document.title],
      text,
      span: { start: unit.start, end: unit.start + text.length, line: unit.line },
      ...(unit.kind === 'item' && leadIn && { leadIn: document.source.slice(leadIn.start, leadIn.end) }),
    };
  });
}
