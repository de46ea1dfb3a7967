import { userInfo } from 'node:os';
import { join } from 'node:path';
import { openStore } from './adapters/storage/open-store';
import type { Store } from './app/ports';
import { chosenCouncil } from './chosen-council';
import { loadEnvironment, readCouncils, readStoreUrl } from './config';
import { readRecordsRequest } from './records-request';
import { runRecords } from './run-records';

/** Copies, holds and removals for the clerk's computer person. Everything that shows or removes words is noted in the access log. */
async function main(words: readonly string[]): Promise<void> {
  const root = join(__dirname, '..');
  const request = readRecordsRequest(words);
  const environment = loadEnvironment(root);
  const { tenant, speaker } = await chosenCouncil(readCouncils(root, environment), request.tenant);
  const { username } = userInfo();
  const by = { id: `account:${username}`, name: speaker.say('records_account', { account: username }) };
  const store = await openRecords(readStoreUrl(environment));
  try {
    const lines = await runRecords(request, { tenant, store, speaker, at: Date.now(), by });
    process.stdout.write(`${lines.join('\n')}\n`);
  } finally {
    await store.close();
  }
}

async function openRecords(url: string): Promise<Store> {
  try {
    return await openStore(url);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    const advice = url.startsWith('file:')
      ? ' If the assistant is running, stop it, run this again, and start it.'
      : '';
    throw new Error(`The records cannot be opened now. ${why}${advice}`, { cause: error });
  }
}

main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
