import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import type { Turn } from '../../core/reply';

/** What a line asks for: a question as it would be typed, or a draft post and where it is to be posted. */
export type Line =
  | { readonly id: string; readonly q: string }
  | { readonly id: string; readonly draft: string; readonly platform?: string };

/**
 * Answers lines of JSON from a stream, in order, one line of JSON each. A line that cannot be read gets `{"error": …}` in its place.
 * Resolves to the exit status: 0, or 1 when a line could not be read.
 */
export async function answerLines(
  input: Readable,
  output: Writable,
  answer: (line: Line) => Promise<Turn>,
): Promise<number> {
  let status = 0;
  for await (const text of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (!text.trim()) continue;
    const line = readLine(text);
    if ('error' in line) status = 1;
    output.write(`${JSON.stringify('error' in line ? line : written(line.id, await answer(line)))}\n`);
  }
  return status;
}

function readLine(text: string): Line | { readonly error: string } {
  const parsed = parse(text);
  if (typeof parsed !== 'object' || parsed === null) return { error: 'This line is not a JSON object.' };
  const id = 'id' in parsed ? String(parsed.id) : undefined;
  if (id === undefined) return { error: 'This line has no "id".' };
  if ('draft' in parsed && typeof parsed.draft === 'string') {
    const platform = 'platform' in parsed && typeof parsed.platform === 'string' ? { platform: parsed.platform } : {};
    return { id, draft: parsed.draft, ...platform };
  }
  if ('q' in parsed && typeof parsed.q === 'string') return { id, q: parsed.q };
  return { error: `Line ${id} has neither a text "q" nor a text "draft".` };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function written(id: string, turn: Turn) {
  return {
    id,
    outcome: turn.outcome,
    confidence: Math.round(turn.confidence * 1000) / 1000,
    passages: turn.passages.map((passage) => ({ id: passage.id, text: passage.text })),
    severity: turn.check?.severity ?? 'ok',
    findings: (turn.check?.findings ?? []).map(({ rule, severity, start, end, passages }) => ({
      rule,
      severity,
      start,
      end,
      passages,
    })),
  };
}
