import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The folder of what a council knows: `knowledge` beside its file where there is one, else the one below `root`, which councils share. */
export function knowledgeBeside(file: string, root: string): string {
  const own = join(dirname(file), 'knowledge');
  return existsSync(own) ? own : join(root, 'knowledge');
}
