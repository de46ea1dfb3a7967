import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readConfidence } from '../src/confidence-file';
import { loadKnowledge } from '../src/knowledge';
import { readTrained } from '../src/trained-file';
import { temporaryFolder } from './adapters/storage/temporary-folder';
import { writeWholeKnowledge } from './fitting-knowledge';

jest.setTimeout(60_000);

const ROOT = join(__dirname, '..');
const folder = temporaryFolder();
const knowledge = writeWholeKnowledge(join(folder, 'knowledge'));

/** Runs a command from its source, as `npm run` does from what was built. */
function run(command: string, words: readonly string[], environment: { readonly [name: string]: string } = {}): string {
  const source = join(ROOT, 'src', `${command}.ts`);
  return execFileSync(process.execPath, ['-r', join(ROOT, 'tests', 'ts.js'), source, ...words], {
    encoding: 'utf8',
    env: { ...process.env, ...environment },
  });
}

describe('a council’s own folder of knowledge', () => {
  it('is trained by its name', () => {
    const trained = join(knowledge, 'trained.bin');
    expect(run('train', [knowledge])).toContain(`${trained}: `);
    expect(readTrained(trained, loadKnowledge(knowledge))?.subjects.classes).toBeGreaterThan(0);
  });

  it('is told which line does not fit, and keeps what was trained before', () => {
    const trained = join(knowledge, 'trained.bin');
    const before = readFileSync(trained);
    const asking = join(knowledge, 'asking', 'post.txt');
    const fitting = readFileSync(asking, 'utf8');
    writeFileSync(asking, `${fitting}[post.unknown]\nam i calm\n`);
    const line = fitting.split('\n').length;
    expect(() => run('train', [knowledge])).toThrow(`${asking}, line ${line}: the id "post.unknown" is not known.`);
    expect(readFileSync(trained).equals(before)).toBe(true);
    writeFileSync(asking, fitting);
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
    const confidence = join(knowledge, 'confidence.json');
    expect(existsSync(confidence)).toBe(false);
    expect(run('calibrate', [questions, knowledge])).toContain(`${confidence}: learned from `);
    expect(readConfidence(confidence)).toBeDefined();
  });

  it('is talked to in a terminal by the file of the council beside it', () => {
    const COUNCIL_FILE = join(folder, 'council.yaml');
    copyFileSync(join(ROOT, 'config', 'council.yaml'), COUNCIL_FILE);
    expect(run('cli', ['so angry'], { COUNCIL_FILE })).toContain('Wait when you are angry.');
  });
});
