import type { Line } from './document';

/** Cuts a text into lines with their offsets; CRLF, LF and CR end a line, a byte order mark counts as white space. */
export function readLines(source: string): readonly Line[] {
  const lines: Line[] = [];
  for (const [raw, from] of rawLines(source)) {
    const text = raw.trim();
    const indent = raw.length - raw.trimStart().length;
    const start = text === '' ? from : from + indent;
    lines.push({
      text,
      start,
      end: start + text.length,
      number: lines.length + 1,
      indent,
      blank: !/[\p{L}\p{N}]/u.test(text),
    });
  }
  return lines;
}

function* rawLines(source: string): Generator<readonly [string, number]> {
  let from = 0;
  for (const ending of source.matchAll(/\r\n|\n|\r/gu)) {
    yield [source.slice(from, ending.index), from];
    from = ending.index + ending[0].length;
  }
  yield [source.slice(from), from];
}
