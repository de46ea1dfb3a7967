import { writeSync } from 'node:fs';
import { openStore } from '../../src/adapters/storage/open-store';

/** Run as a process of its own: says that it is ready, opens the store at the first sign from outside, and says how that ended. */
async function open(url: string): Promise<void> {
  const store = await openStore(url);
  await store.close();
  writeSync(1, 'opened\n');
}

process.stdin.once('data', () => {
  open(process.argv[2] ?? '').then(
    () => process.exit(0),
    (error: Error) => {
      writeSync(1, `${error.message} ${error.cause}\n`);
      process.exit(1);
    },
  );
});
writeSync(1, 'ready\n');
