import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as rest } from 'node:timers/promises';
import { backupRequest } from './backup-request';

const LOOK_EVERY_MS = 100;

/** Asks the process that has a database to write a copy of it, and waits at most so many milliseconds. Throws its sentence, or that it has not answered. */
export async function askForBackup(storePath: string, to: string, waitMs: number): Promise<void> {
  const { asked, answer } = backupRequest(storePath);
  rmSync(answer, { force: true });
  writeFileSync(`${asked}-soon`, to, { mode: 0o600 });
  // Renamed, so that nobody reads half a path.
  renameSync(`${asked}-soon`, asked);
  for (let waited = 0; existsSync(asked); waited += LOOK_EVERY_MS) {
    if (waited >= waitMs) {
      rmSync(asked, { force: true });
      throw new Error(
        `The program that has ${storePath} open did not answer within ${waitMs / 1000} seconds. Is it the assistant, and is it running?`,
      );
    }
    await rest(LOOK_EVERY_MS);
  }
  const wrong = readFileSync(answer, 'utf8');
  rmSync(answer);
  if (wrong !== '') throw new Error(wrong);
}
