import { execFileSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readConfidence } from '../src/confidence-file';
import { readTrained } from '../src/trained-file';
import { temporaryFolder } from './adapters/storage/temporary-folder';
import { FITTING, loadFitting } from './fitting-knowledge';

jest.setTimeout(60_000);

const ROOT = join(__dirname, '..');
const folder = temporaryFolder();
const knowledge = loadFitting(folder, FITTING);

/** Runs a command from its source, as `npm run` does from what was built. */
function run(command: string, ...words: readonly string[]): string {
  const source = join(ROOT, 'src', `${command}.ts`);
  return execFileSync(process.execPath, ['-r', join(ROOT, 'tests', 'ts.js'), source, ...words], { encoding: 'utf8' });
}

describe('a council’s own folder of knowledge', () => {
  it('is trained by its name, and nothing else is touched', () => {
    const trained = join(folder, 'trained.bin');
    expect(run('train', folder)).toContain(`${trained}: `);
    expect(readTrained(trained, knowledge)?.subjects.classes).toBeGreaterThan(0);
  });

  it('is calibrated by its name with questions of its own', () => {
    const questions = join(folder, 'questions.jsonl');
    const asked = [
      { q: 'do i need to think', gold: ['post.think'], expect: 'answer' },
      { q: 'so angry', gold: ['post.wait'], expect: 'answer' },
      { q: 'can i post a photo of her', gold: [], expect: 'escalate' },
    ];
    writeFileSync(
      questions,
      Array.from({ length: 20 }, () => asked.map((one) => JSON.stringify(one)))
        .flat()
        .join('\n'),
    );
    const confidence = join(folder, 'confidence.json');
    expect(existsSync(confidence)).toBe(false);
    expect(run('calibrate', questions, folder)).toContain(`${confidence}: learned from `);
    expect(readConfidence(confidence)).toBeDefined();
  });
});
