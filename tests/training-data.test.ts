import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { fingerprintOfTrainingData, readTrainingData } from '../src/training-data';
import { temporaryFolder } from './adapters/storage/temporary-folder';
import { FITTING, type Files, writeFiles } from './fitting-knowledge';

const folder = temporaryFolder();
/** The fitting files, with some of them changed, or left out when undefined. */
const written = (changes: Files = {}) => {
  rmSync(folder, { recursive: true });
  writeFiles(folder, { ...FITTING, ...changes });
  return folder;
};
const read = (changes?: Files) => readTrainingData(written(changes), [{ id: 'abuse' }]);
const fingerprint = (changes?: Files) => fingerprintOfTrainingData(written(changes));

const LEARNED_FROM = [
  'asking/post.txt',
  'asking/urgent.txt',
  'drafts.txt',
  'draft-examples/abuse.txt',
  'urgent-examples/more.txt',
  'lexicon.txt',
];

describe('readTrainingData', () => {
  it('gives marked messages, labelled drafts, and what tells of danger or only sounds so', () => {
    expect(read()).toEqual({
      drafts: [{ text: 'would this do: hi all', draft: { start: 15, end: 21 } }],
      draftExamples: [{ draft: 'You fool', marks: [{ rule: 'abuse', severity: 'stop', start: 4, end: 8 }] }],
      urgentExamples: { 'danger-now': ['he is in the porch'], 'not-urgent': ['killing it again'] },
    });
  });

  it.each<[string, Files, string]>([
    [
      'a message with half a mark',
      { 'drafts.txt': '# Messages.\nwould this do: «hi all\n' },
      'drafts.txt, line 2: put one « before the words of the post and one » behind them.',
    ],
    [
      'a labelled draft with a rule that does not exist',
      { 'draft-examples/abuse.txt': 'You fool\n  manners stop: fool\n' },
      'abuse.txt, line 2: no rule has the id "manners". Use an id from draft-rules.yaml.',
    ],
    [
      'a level that does not exist',
      { 'urgent-examples/more.txt': '[fire]\nthe hall is on fire\n' },
      'more.txt, line 1: the id "fire" is not known. Correct it, or remove its list.',
    ],
  ])('refuses %s', (_, changes, sentence) => {
    expect(() => read(changes)).toThrow(sentence);
  });
});

describe('fingerprintOfTrainingData', () => {
  it('is the same for the same files, and when they were saved with Windows line ends', () => {
    const saved = Object.fromEntries(LEARNED_FROM.map((name) => [name, FITTING[name]?.replaceAll('\n', '\r\n')]));
    expect(fingerprint()).toMatch(/^[\da-f]{40}$/u);
    expect(fingerprint(saved)).toBe(fingerprint());
  });

  it.each(LEARNED_FROM)('changes with one letter of %s', (name) => {
    expect(fingerprint({ [name]: `${FITTING[name]}x` })).not.toBe(fingerprint());
  });

  it('changes with the last letter of a long file', () => {
    const long = 'would this do: «hi all»\n'.repeat(10_000);
    expect(fingerprint({ 'drafts.txt': `${long}x` })).not.toBe(fingerprint({ 'drafts.txt': long }));
  });

  it.each(['drafts.txt', 'lexicon.txt'])('asks for %s when it is missing', (name) => {
    expect(() => fingerprint({ [name]: undefined })).toThrow(
      `${join(folder, name)} is missing. Put it there. The repository holds an example.`,
    );
  });

  it.each(['draft-examples', 'urgent-examples'])('asks for the folder %s when it is missing', (name) => {
    written();
    rmSync(join(folder, name), { recursive: true });
    expect(() => fingerprintOfTrainingData(folder)).toThrow(`${join(folder, name)} is missing.`);
  });
});
