import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import type { ConfidenceWeights } from './core/match/confidence';
import { PASSAGE_FEATURES } from './core/match/create-matching';

const column = z.array(z.number()).length(PASSAGE_FEATURES.length);
const file = z.object({ centre: column, scale: column, weights: column, bias: z.number() }).strict();

/** Reads how sure rankings are. A knowledge folder without the file takes shares of evidence for confidence. Throws a sentence when the file has another shape. */
export function readConfidence(path: string): ConfidenceWeights | undefined {
  if (!existsSync(path)) return undefined;
  try {
    return file.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    throw new Error(`${path}: this was made by another version, or changed by hand. Run: npm run calibrate`);
  }
}

export function writeConfidence(path: string, weights: ConfidenceWeights): void {
  writeFileSync(path, `${JSON.stringify(weights, undefined, 2)}\n`);
}
