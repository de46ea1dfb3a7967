import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readCouncil } from '../src/config';
import { loadKnowledge as loadPolicyKnowledge } from '../src/knowledge';
import { loadKnowledge, loadSharedKnowledge } from '../src/load-knowledge';
import { trainKnowledge } from '../src/train-knowledge';
import { writeTrained } from '../src/trained-file';
import { readTrainingData } from '../src/training-data';
import { understand } from '../src/understanding';
import { temporaryFolder } from './adapters/storage/temporary-folder';
import { FITTING, writeFiles, writeWholeKnowledge } from './fitting-knowledge';

const council = readCouncil(join(__dirname, '..'), {});
const folder = temporaryFolder();

/** A folder of knowledge that has been trained. */
function trainedFolder(name: string): string {
  const path = writeWholeKnowledge(join(folder, name));
  const knowledge = loadPolicyKnowledge(path);
  writeTrained(
    join(path, 'trained.bin'),
    knowledge,
    trainKnowledge(knowledge, readTrainingData(path, knowledge.rules)),
  );
  return path;
}

describe('a folder that has been trained', () => {
  it('says the same while its largest file is read beside the others as one after the other', async () => {
    const path = trainedFolder('beside');
    const { trained, ...shared } = await loadSharedKnowledge(path);
    const { trained: same, ...whole } = loadKnowledge(path, council);
    expect(whole).toMatchObject(shared);
    expect(trained?.subjects).toEqual(same?.subjects);
  });

  it('has its ways of asking and its lexicon in the trained file alone, and finds by them', async () => {
    const knowledge = await loadSharedKnowledge(trainedFolder('alone'));
    expect(knowledge.lexicon).toEqual({});
    expect(knowledge.policy.passages.flatMap(({ ways }) => ways)).toEqual([]);
    const { matching } = understand(knowledge);
    const [first] = await matching.find('so angry');
    expect(first).toMatchObject({ kind: 'passage', passage: { id: 'post.wait' } });
    expect(first?.nearest).toContain('so angry');
    expect(matching.read('bairns').concepts).toEqual(['children']);
  });

  it.each([
    ['a way of asking', 'asking/post.txt', `${FITTING['asking/post.txt']}am i calm\n`],
    ['an id that is not known', 'asking/post.txt', `${FITTING['asking/post.txt']}[post.unknown]\nam i calm\n`],
    ['a word of the lexicon', 'lexicon.txt', 'children: bairns, kids, weans\n'],
  ])('is to be trained again when %s is added', async (what, file, text) => {
    const path = trainedFolder(what);
    writeFiles(path, { [file]: text });
    const sentence = `${join(path, 'trained.bin')}: the knowledge or the program has changed since it was made. Run: npm run train -- ${path}`;
    await expect(loadSharedKnowledge(path)).rejects.toThrow(sentence);
    expect(() => loadKnowledge(path, council)).toThrow(sentence);
  });

  it('tells what is wrong with another file though the trained one is still being read', async () => {
    const path = trainedFolder('wrong');
    writeFiles(path, { 'passages.yaml': 'nothing' });
    await expect(loadSharedKnowledge(path)).rejects.toThrow(`${join(path, 'passages.yaml')}, line 1: `);
  });

  it.each([
    ['holds nothing', (path: string) => writeFileSync(path, '')],
    ['holds something else', (path: string) => writeFileSync(path, 'this was never trained\n')],
  ])('is refused with a sentence when its file %s', async (what, damage) => {
    const path = trainedFolder(what);
    damage(join(path, 'trained.bin'));
    await expect(loadSharedKnowledge(path)).rejects.toThrow(
      `${join(path, 'trained.bin')}: this file is damaged. Run: npm run train -- ${path}`,
    );
  });

  it('is refused when its file is a folder', async () => {
    const path = writeWholeKnowledge(join(folder, 'nested'));
    mkdirSync(join(path, 'trained.bin'));
    const sentence = /trained\.bin cannot be read: .*It must be a file that the assistant may read\./u;
    await expect(loadSharedKnowledge(path)).rejects.toThrow(sentence);
    expect(() => loadKnowledge(path, council)).toThrow(sentence);
  });
});

describe('a folder that has not been trained', () => {
  it('is matched by its ways of asking and its lexicon', async () => {
    const knowledge = await loadSharedKnowledge(writeWholeKnowledge(join(folder, 'untrained')));
    expect(knowledge.trained).toBeUndefined();
    const { matching } = understand(knowledge);
    const [first] = await matching.find('so angry');
    expect(first).toMatchObject({ kind: 'passage', passage: { id: 'post.wait' } });
    expect(matching.read('bairns').concepts).toEqual(['children']);
  });
});
