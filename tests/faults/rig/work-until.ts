import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const loader = join(__dirname, '..', '..', 'ts.js');
const child = ['--no-warnings', '-r', loader, join(__dirname, 'works-cases.ts')];

/**
 * Lets a process work (`words` are for works-cases.ts) until it has acknowledged so many steps. Then `stop` must kill it in the middle of the next ones.
 * Gives every step that it had acknowledged by then.
 */
export async function workUntil(
  count: number,
  words: readonly string[],
  stop: (kill: () => void) => void,
): Promise<readonly string[]> {
  const worker = spawn(process.execPath, [...child, ...words], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(worker, 'close');
  const steps: string[] = [];
  try {
    for await (const step of createInterface({ input: worker.stdout })) {
      steps.push(step);
      if (steps.length === count) stop(() => worker.kill('SIGKILL'));
    }
  } catch (error) {
    worker.kill('SIGKILL');
    throw error;
  }
  expect(await ended).toEqual([null, 'SIGKILL']);
  return steps;
}
