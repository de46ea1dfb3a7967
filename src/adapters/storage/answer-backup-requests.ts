import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { backupRequest } from './backup-request';

/** How often this process looks whether a copy is wanted, in milliseconds. */
const LOOK_EVERY_MS = 500;

/**
 * Makes a copy whenever `askForBackup` asks for one, until the returned function is called. A file in the store's own folder is the
 * simplest way that is safe: only the account that owns the store can write there, and no port is opened.
 */
export function answerBackupRequests(storePath: string, backup: (to: string) => Promise<void>): () => Promise<void> {
  const { asked, answer } = backupRequest(storePath);
  // Whoever asked the process before this one has given up.
  rmSync(asked, { force: true });
  let answering: Promise<void> | undefined;
  const look = (): void => {
    if (answering !== undefined || !existsSync(asked)) return;
    answering = make().finally(() => {
      answering = undefined;
    });
  };
  const timer = setInterval(look, LOOK_EVERY_MS).unref();
  return async () => {
    clearInterval(timer);
    await answering;
  };

  async function make(): Promise<void> {
    try {
      const wrong = await backup(readFileSync(asked, 'utf8')).then(() => '', sentenceOf);
      writeFileSync(answer, wrong, { mode: 0o600 });
      rmSync(asked, { force: true });
    } catch {
      // The question was taken back, or the disk is full: the command says that nobody has answered.
    }
  }
}

function sentenceOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
