import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';

/** Written by hand: readline's own prompt throws in Node 24 when the input has ended. */
const PROMPT = '\n> ';

/** A conversation in the terminal: each line is said, each reply printed. Ends with the input, or at "quit". */
export async function converse(
  input: Readable,
  output: Writable,
  say: (text: string) => Promise<string>,
): Promise<void> {
  const lines = createInterface({ input, output });
  output.write(PROMPT);
  for await (const line of lines) {
    if (/^\s*(quit|exit|bye)\s*$/iu.test(line)) break;
    output.write(`\n${await say(line)}\n${PROMPT}`);
  }
  lines.close();
}
