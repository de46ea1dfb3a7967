import { blockSentences, type Unit } from './block-sentences';
import type { Cut } from './cut-passages';
import type { Block, PolicyDocument } from './document';
import { lineAt } from './line-at';

/** Lines of the document, both ends included. */
export type LineRange = { readonly first: number; readonly last: number };

/** The lines of blocks that no passage holds. Duplicates and lead-ins that a bullet carries along are not missed. */
export function findUncovered(document: PolicyDocument, cuts: readonly Cut[]): readonly LineRange[] {
  const duplicates = new Set(document.duplicates.map(({ line }) => line));
  const missing = document.blocks
    .filter((block) => !duplicates.has(block.line))
    .flatMap((block) => missingUnits(document, block, cuts));
  const ranges: LineRange[] = [];
  for (const unit of missing) {
    const range = { first: unit.line, last: lineAt(document.source, unit, unit.end) };
    const before = ranges.at(-1);
    if (before && range.first <= before.last + 1) ranges[ranges.length - 1] = { first: before.first, last: range.last };
    else ranges.push(range);
  }
  return ranges;
}

function missingUnits({ source }: PolicyDocument, block: Block, cuts: readonly Cut[]): readonly Unit[] {
  const inside = cuts.filter(({ span }) => span.start >= block.start && span.end <= block.end);
  const carried = inside.some(({ leadIn }) => leadIn !== undefined) ? block.leadIn?.start : undefined;
  return blockSentences(source, block).filter(
    (unit) => unit.start !== carried && !inside.some(({ span }) => span.start <= unit.start && span.end >= unit.end),
  );
}
