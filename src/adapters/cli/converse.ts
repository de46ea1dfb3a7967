import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';

/** A conversation in the terminal: each line is said, each reply printed. Ends with the input, or at "quit". */
export async function converse(
  input: Readable,
  output: Writable,
  say: (text: string) => Promise<string>,
): Promise<void> {
  const lines = createInterface({ input, output, prompt: '\n> ' });
  lines.prompt();
  for await (const line of lines) {
    if (/^\s*(quit|exit|bye)\s*$/iu.test(line)) break;
    output.write(`\n${await say(line)}\n`);
    lines.prompt();
  }
  lines.close();
}
