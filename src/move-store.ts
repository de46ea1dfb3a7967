import { parseArgs } from 'node:util';
import { moveStore } from './adapters/storage/move-store';

const USAGE =
  'npm run store:move -- --from file:data/golden-rule.db --to postgres://name:password@host:5432/golden_rule';

/** `--from URL --to URL`: copies one store into an empty one and prints how many rows of each table went over, and their hash. */
async function main(words: readonly string[]): Promise<void> {
  const { from, to } = readAddresses(words);
  const moved = await moveStore(from, to);
  for (const { table, rows, hash } of moved)
    process.stdout.write(`${table.padEnd(16)}${String(rows).padStart(10)}  ${hash}\n`);
  process.stdout.write(
    'Both are the same. Put the new address into STORE_URL and keep the old store until you are sure.\n',
  );
}

function readAddresses(words: readonly string[]): { readonly from: string; readonly to: string } {
  // What stands elsewhere than behind its option is not repeated: an address holds a password.
  const { values } = parseArgs({
    args: [...words],
    options: { from: { type: 'string' }, to: { type: 'string' } },
    strict: false,
  });
  const { from, to } = values;
  if (typeof from !== 'string' || typeof to !== 'string') throw new Error(`Say from where and to where: ${USAGE}`);
  return { from, to };
}

main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
