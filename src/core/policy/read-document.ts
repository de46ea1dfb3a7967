import { buildBlocks } from './build-blocks';
import { describeOddities } from './describe-oddities';
import type { PolicyDocument } from './document';
import { findContents } from './find-contents';
import { findDuplicates } from './find-duplicates';
import { findHeadings, titleOf } from './find-headings';
import { linkHeadings } from './link-headings';
import { readLines } from './read-lines';
import { readTraits } from './read-traits';

/**
 * Reads a council's policy from its structure: headings, contents list, blocks, and what is odd about it.
 * Takes any text and never throws; every span is a place in `source`, in UTF-16 offsets. Time grows with the length of the text.
 */
export function readDocument(source: string): PolicyDocument {
  const lines = readLines(source);
  const traits = readTraits(lines);
  const contents = findContents(lines);
  const headings = findHeadings(lines, traits, contents);
  const blocks = buildBlocks(source, lines, { traits, headings, contents });
  const headingLinks = linkHeadings(headings, blocks);
  const duplicates = findDuplicates(source, blocks);
  return {
    title: titleOf(headings),
    source,
    ...(contents && { contents }),
    headings,
    blocks,
    duplicates,
    headingLinks,
    warnings: describeOddities({ source, lines, headings, blocks, headingLinks, duplicates }),
  };
}
