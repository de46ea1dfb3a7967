import { statSync } from 'node:fs';
import { join } from 'node:path';
import { backUpStore } from './adapters/storage/back-up-store';
import { loadEnvironment, readStoreUrl } from './config';

/** `FILE`: copies the store of STORE_URL into a new file and checks the copy, whether the assistant is running or not. */
async function main([to]: readonly string[]): Promise<void> {
  if (to === undefined) throw new Error('Name the new file: npm run store:backup -- backups/2026-11-24.db');
  await backUpStore(readStoreUrl(loadEnvironment(join(__dirname, '..'))), to);
  process.stdout.write(`${to}: a whole copy, checked, ${statSync(to).size} bytes.\n`);
}

main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
