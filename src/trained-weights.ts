import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { MatchKnowledge } from './core/match/match-classes';
import { trainingTexts } from './core/match/train';
import type { ClassifierWeights, Trained } from './core/model';

/** The order of the two classifiers in the file. */
const PARTS = ['subjects', 'urgency'] as const;

/**
 * Reads the trained weights: a gzip of one line of JSON, then the bytes of both classifiers. Throws a sentence when they were
 * trained on other ways of asking than the knowledge holds now; a knowledge folder without the file is matched without training.
 */
export function readTrainedWeights(path: string, knowledge: MatchKnowledge): Trained | undefined {
  if (!existsSync(path)) return undefined;
  const bytes = gunzipSync(readFileSync(path));
  const end = bytes.indexOf('\n');
  const head = JSON.parse(bytes.toString('utf8', 0, end));
  if (head.fingerprint !== fingerprintOf(knowledge))
    throw new Error(`${path}: the ways of asking have changed since it was made. Run: npm run train`);
  let start = bytes.byteOffset + end + 1;
  const [subjects, urgency] = PARTS.map((part): ClassifierWeights => {
    const { features, classes, scale, bias } = head[part];
    const weights = new Int8Array(bytes.buffer, start, features * classes);
    start += weights.length;
    return { features, classes, scale, bias, weights };
  });
  return subjects && urgency && { subjects, urgency };
}

export function writeTrainedWeights(path: string, knowledge: MatchKnowledge, trained: Trained): void {
  const heads = PARTS.map((part) => {
    const { weights: _, ...head } = trained[part];
    return [part, head];
  });
  const head = { fingerprint: fingerprintOf(knowledge), ...Object.fromEntries(heads) };
  const parts = PARTS.map((part) => Buffer.from(trained[part].weights.buffer));
  writeFileSync(path, gzipSync(Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), ...parts]), { level: 9 }));
}

function fingerprintOf(knowledge: MatchKnowledge): string {
  return createHash('sha256').update(trainingTexts(knowledge)).digest('hex').slice(0, 16);
}
