import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readDraftRules } from '../src/core/draft/read-draft-rules';
import { createMatching } from '../src/core/match/create-matching';
import type { Trained } from '../src/core/trained';
import type { PolicyKnowledge } from '../src/knowledge';
import { trainKnowledge } from '../src/train-knowledge';
import { readTrained, writeTrained } from '../src/trained-file';
import type { TrainingData } from '../src/training-data';
import { temporaryFolder } from './adapters/storage/temporary-folder';
import { passageOf } from './core/asking';

const passages = [
  passageOf('photos', {
    summary: 'Ask first.',
    text: 'Ask before you post a photo.',
    ways: ['can I post photos', 'kids'],
  }),
  passageOf('clerk', {
    summary: 'Ring her.',
    text: 'The clerk is in on Mondays.',
    ways: ['who is the clerk', 'phone her'],
  }),
];
const knowledge: PolicyKnowledge = {
  policy: { title: 'Policy', source: '', passages, headingLinks: [], warnings: [] },
  topics: [{ id: 'drones', title: 'drones', nearest: [], ways: ['can I fly one'] }],
  talks: [{ id: 'thanks', reply: { kind: 'note', text: 'You are welcome.' }, ways: ['ta', 'cheers'] }],
  urgentWays: { 'danger-now': ['he has a knife', 'he is outside'], 'not-urgent': ['killing it'] },
  lexicon: { children: ['bairns', 'kids'] },
  rules: readDraftRules({ rules: [{ id: 'abuse', name: 'Abuse', why: 'Rude.', cites: ['clerk'], stop: ['fool'] }] }),
  trainingFingerprint: 'first',
};
const data: TrainingData = {
  drafts: [{ text: 'ok? Fete on Sunday', draft: { start: 4, end: 18 } }, { text: 'who is it' }],
  draftExamples: Array.from({ length: 10 }, (_, at) => ({
    draft: `You fool ${at}`,
    marks: [{ rule: 'abuse', severity: 'stop', start: 4, end: 8 }],
  })),
  urgentExamples: { 'danger-now': ['somebody is in the porch'] },
};
const trained = trainKnowledge(knowledge, data);

const folder = temporaryFolder();
const path = join(folder, 'trained.bin');
beforeAll(() => writeTrained(path, knowledge, trained));

const [first = passageOf('')] = passages;
const changedPassage = (changes: Partial<typeof first>): PolicyKnowledge => ({
  ...knowledge,
  policy: { ...knowledge.policy, passages: [{ ...first, ...changes }, ...passages.slice(1)] },
});

/** What was trained with its texts in a list, so that it can be compared. */
const listed = (one: Trained | undefined) => {
  const texts = one?.index.texts;
  return (
    one && {
      ...one,
      index: { ...one.index, texts: Array.from({ length: texts?.length ?? 0 }, (_, at) => texts?.at(at)) },
    }
  );
};

describe('the file of what was trained', () => {
  it('gives back the same texts, and the same numbers in the same kinds of lists', () => {
    const read = readTrained(path, knowledge);
    expect(listed(read)).toEqual(trained);
    const kinds = ({ index, subjects, space, drafts }: Trained) =>
      [index.terms.frequency, index.exemplars.weight, subjects.weights, space.hashes, drafts.weights].map(
        (list) => list.constructor.name,
      );
    expect(kinds(trained)).toEqual(['Float32Array', 'Uint8Array', 'Int8Array', 'Uint32Array', 'Float32Array']);
    expect(read && kinds(read)).toEqual(kinds(trained));
  });

  it('lets matching find the same as before it was written', async () => {
    const [before, after] = [trained, readTrained(path, knowledge)].map((one) =>
      createMatching(knowledge, { trained: one }),
    );
    for (const question of ['can I post photos', 'bairns', 'who is in', 'ta', 'he has a knife']) {
      expect(await after?.find(question)).toEqual(await before?.find(question));
      expect(await after?.urgency(question)).toEqual(await before?.urgency(question));
    }
  });

  it('is the same, byte for byte, when the same knowledge is trained again', () => {
    const again = join(folder, 'again.bin');
    writeTrained(again, knowledge, trainKnowledge(knowledge, data));
    expect(readFileSync(again).equals(readFileSync(path))).toBe(true);
  });

  it.each<[string, PolicyKnowledge]>([
    ['other training data', { ...knowledge, trainingFingerprint: 'second' }],
    ['another summary', changedPassage({ summary: 'Ask her first.' })],
    ['another heading', changedPassage({ headings: ['Policy', 'Pictures'] })],
    ['other words in the policy', changedPassage({ text: 'Ask before you post any photo.' })],
    ['another signal of a rule', { ...knowledge, rules: knowledge.rules.map((rule) => ({ ...rule, think: ['oaf'] })) }],
    ['a topic less', { ...knowledge, topics: [] }],
  ])('is refused with %s, and the sentence says what to run', (_, changed) => {
    expect(() => readTrained(path, changed)).toThrow(
      `${path}: the knowledge or the program has changed since it was made. Run: npm run train -- ${dirname(path)}`,
    );
  });

  it('still fits when only what was not learned from has changed', () => {
    expect(listed(readTrained(path, changedPassage({ forPageUsers: true })))).toEqual(trained);
    const rules = knowledge.rules.map((rule) => ({ ...rule, why: 'Very rude.', cites: ['post.think'] }));
    expect(listed(readTrained(path, { ...knowledge, rules }))).toEqual(trained);
  });

  it('is nothing where there is no file', () => {
    expect(readTrained(join(folder, 'none.bin'), knowledge)).toBeUndefined();
  });

  const DAMAGED = 'this file is damaged. Run: npm run train -- ';
  it.each<[string, (whole: Buffer) => Buffer]>([
    ['its end is missing', (whole) => whole.subarray(0, -200)],
    ['there is more behind its end', (whole) => Buffer.concat([whole, Buffer.alloc(4)])],
    ['its beginning is missing', (whole) => whole.subarray(5)],
    ['it is empty', () => Buffer.alloc(0)],
  ])('is refused with a sentence when %s', (what, damage) => {
    const torn = join(folder, `${what}.bin`);
    writeFileSync(torn, damage(readFileSync(path)));
    expect(() => readTrained(torn, knowledge)).toThrow(`${torn}: ${DAMAGED}`);
  });

  it('of another version is not taken for a damaged one', () => {
    const older = join(folder, 'older.bin');
    writeFileSync(older, `${JSON.stringify({ fingerprint: 'of before', arrays: [], trained: {} })}\n`);
    expect(() => readTrained(older, knowledge)).toThrow(`${older}: the knowledge or the program has changed`);
  });

  it('has no text outside its list', () => {
    const texts = readTrained(path, knowledge)?.index.texts;
    expect(texts?.length).toBe(trained.index.texts.length);
    expect(texts?.at(texts.length)).toBeUndefined();
  });

  it('leaves nothing else behind when it is written', () => {
    expect(readdirSync(folder).filter((name) => name.endsWith('.new'))).toEqual([]);
  });
});

describe('trainKnowledge', () => {
  it('has a class for each thing that a message may be about', () => {
    expect(trained.subjects.classes).toBe(6);
    expect(trained.index.terms.count).toBe(6);
  });

  it('learns drafts from marked messages', () => {
    expect(trained.drafts.hashes.length).toBeGreaterThan(0);
    expect(trainKnowledge(knowledge, { ...data, drafts: [] }).drafts).not.toEqual(trained.drafts);
  });

  it('learns what breaks the rules from labelled drafts', () => {
    expect(trained.draftCheck.rules).toEqual(['abuse']);
    const fewer = data.draftExamples.slice(1);
    expect(trainKnowledge(knowledge, { ...data, draftExamples: fewer }).draftCheck.rules).toEqual([]);
  });

  it('learns what tells of danger from further examples', () => {
    expect(trainKnowledge(knowledge, { ...data, urgentExamples: {} }).alarm).not.toEqual(trained.alarm);
  });
});
