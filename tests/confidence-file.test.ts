import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readConfidence, writeConfidence } from '../src/confidence-file';
import { PASSAGE_FEATURES } from '../src/core/match/create-matching';
import { temporaryFolder } from './adapters/storage/temporary-folder';
import { KNOWLEDGE } from './core/asking';

const path = join(temporaryFolder(), 'confidence.json');
const column = PASSAGE_FEATURES.map((_, at) => at / 3 - 1);
const WEIGHTS = { centre: column, scale: column.map((value) => value + 2), weights: column.toReversed(), bias: -0.1 };

describe('the file of how sure rankings are', () => {
  it('gives back the same numbers', () => {
    writeConfidence(path, WEIGHTS);
    expect(readConfidence(path)).toEqual(WEIGHTS);
  });

  it('is nothing where there is no file', () => {
    expect(readConfidence(`${path}.bak`)).toBeUndefined();
  });

  it('of the repository can be read', () => {
    expect(readConfidence(join(KNOWLEDGE, 'confidence.json'))?.weights).toHaveLength(PASSAGE_FEATURES.length);
  });

  it.each<[string, unknown]>([
    ['a column too short', { ...WEIGHTS, weights: column.slice(1) }],
    ['a column too long', { ...WEIGHTS, centre: [...column, 0] }],
    ['a number that is none', { ...WEIGHTS, bias: Number.NaN }],
    ['a missing part', { ...WEIGHTS, scale: undefined }],
    ['a part too many', { ...WEIGHTS, steps: 40 }],
    ['a list', [WEIGHTS]],
  ])('is refused with %s', (_, value) => {
    writeFileSync(path, JSON.stringify(value));
    expect(() => readConfidence(path)).toThrow(
      `${path}: this was made by another version, or changed by hand. Run: npm run calibrate`,
    );
  });

  it.each(['', '{', 'bias: 1'])('is refused when %j stands in it, which is not JSON', (text) => {
    writeFileSync(path, text);
    expect(() => readConfidence(path)).toThrow(`${path}: this was made by another version`);
  });
});
