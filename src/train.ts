import { once } from 'node:events';
import { join, resolve } from 'node:path';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import type { DraftCheckWeights } from './core/draft/draft-weights';
import { loadKnowledge } from './knowledge';
import { trainDrafts, trainMatching } from './train-knowledge';
import { writeTrained } from './trained-file';
import { readTrainingData } from './training-data';

/**
 * `train` makes `knowledge/trained.bin`; `train FOLDER` does the same for a council's own folder of knowledge. The two halves of it are
 * made side by side, in a thread each.
 */
async function main([named]: readonly string[]): Promise<void> {
  const folder = named === undefined ? join(__dirname, '..', 'knowledge') : resolve(named);
  const { knowledge, data } = read(folder);
  const thread = new Worker(__filename, { workerData: folder });
  try {
    const drafts = once(thread, 'message');
    // What goes wrong there is told below, when this thread has done its half.
    drafts.catch(() => undefined);
    const matching = trainMatching(knowledge, data);
    const [draftCheck] = (await drafts) as [DraftCheckWeights];
    writeTrained(join(folder, 'trained.bin'), knowledge, { ...matching, draftCheck });
    const { classes, features } = matching.subjects;
    process.stdout.write(`${join(folder, 'trained.bin')}: ${classes} classes, ${features} features\n`);
  } finally {
    await thread.terminate();
  }
}

function read(folder: string) {
  const knowledge = loadKnowledge(folder);
  return { knowledge, data: readTrainingData(folder, knowledge.rules) };
}

if (isMainThread)
  main(process.argv.slice(2)).catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  });
else {
  const { knowledge, data } = read(workerData);
  parentPort?.postMessage(trainDrafts(knowledge, data));
}
