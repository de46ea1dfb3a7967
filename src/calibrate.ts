import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { readConfidence, writeConfidence } from './confidence-file';
import { adjustConfidence, confidenceOf, fitConfidence, type Judged } from './core/match/confidence';
import { createMatching } from './core/match/create-matching';
import { loadKnowledge } from './knowledge';
import { readTrained } from './trained-file';

/** Fewer questions of a council's own would say more about chance than about its councillors. */
const FEWEST = 60;
const label = z.object({ q: z.string(), gold: z.array(z.string()), expect: z.string() });

/** A labelled question: what was asked, the passages that answer it, and what should happen. */
type Label = z.infer<typeof label>;

const root = join(__dirname, '..');

/**
 * `calibrate` learns how sure rankings are from the shaping part of the product's own labelled questions; `calibrate FILE.jsonl` fits
 * what is there to a council's own questions, and `calibrate FILE.jsonl FOLDER` that of a council's own folder of knowledge. Lines: {"q": "…", "gold": ["passage.id"], "expect": "answer" or "escalate"}.
 */
function main([file, named]: readonly string[]): void {
  const folder = named === undefined ? join(root, 'knowledge') : resolve(named);
  const knowledge = loadKnowledge(folder);
  const { judge } = createMatching(knowledge, { trained: readTrained(join(folder, 'trained.bin'), knowledge) });
  const path = join(folder, 'confidence.json');
  const shipped = file === undefined ? undefined : readConfidence(path);
  const labels = (file === undefined ? shapingLabels() : readLabels(file)).filter(({ expect }) =>
    ['answer', 'escalate'].includes(expect),
  );
  if (labels.length < FEWEST)
    throw new Error(`${labels.length} questions with "answer" or "escalate" are too few. Label at least ${FEWEST}.`);
  const judged = labels.flatMap(({ q, gold, expect }): Judged[] => {
    const found = judge(q);
    return found ? [{ features: found.features, right: expect === 'answer' && gold.includes(found.passage) }] : [];
  });
  const weights = shipped ? adjustConfidence(shipped, judged) : fitConfidence(judged);
  writeConfidence(path, weights);
  const sure = judged.filter(({ features }) => confidenceOf(features, weights) >= 0.8);
  const right = sure.filter((one) => one.right).length;
  process.stdout.write(
    `${path}: learned from ${judged.length} questions. ` +
      `Of ${sure.length} with a confidence of 80 % or more, ${right} were right.\n`,
  );
}

/** The part of the product's own labelled questions that may shape the engine, told apart by the first byte of a hash of the question. */
function shapingLabels(): readonly Label[] {
  const folder = join(root, 'tests', 'eval');
  return readdirSync(folder)
    .filter((name) => name.startsWith('questions-'))
    .sort()
    .flatMap((name) => readLabels(join(folder, name)))
    .filter(({ q }) => (createHash('sha256').update(q).digest()[0] ?? 0) % 2 === 0);
}

function readLabels(path: string): readonly Label[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim())
    .map((line, at) => {
      const read = label.safeParse(parsed(line));
      if (read.success) return read.data;
      throw new Error(`${path}, line ${at + 1}: a line needs "q", "gold" and "expect". Correct it.`);
    });
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

try {
  main(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
