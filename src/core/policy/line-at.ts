import type { Span } from '../model';

/** The 1-based line on which an offset inside a span stands. */
export function lineAt(source: string, within: Span, offset: number): number {
  return within.line + (source.slice(within.start, offset).match(/\r\n|\n|\r/gu)?.length ?? 0);
}
