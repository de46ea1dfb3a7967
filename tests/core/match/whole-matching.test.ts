import { join } from 'node:path';
import { readConfidence } from '../../../src/confidence-file';
import { decide } from '../../../src/core/conversation/decide';
import { createMatching } from '../../../src/core/match/create-matching';
import { readTrained } from '../../../src/trained-file';
import { KNOWLEDGE } from '../asking';
import { all } from './some-knowledge';

const { find, judge } = createMatching(all, {
  trained: readTrained(join(KNOWLEDGE, 'trained.bin'), all),
  calibration: readConfidence(join(KNOWLEDGE, 'confidence.json')),
});
const first = async (question: string) => {
  const [match] = await find(question);
  return match?.kind === 'passage' ? match.passage.id : match?.kind === 'topic' ? match.topic.id : match?.talk.id;
};

/** One way of asking in so many: a few hundred in all. */
const EVERY = 60;
const known = [...all.policy.passages, ...all.topics, ...all.talks].flatMap(({ id, ways }) =>
  ways.filter((_, number) => number % EVERY === 0).map((way) => ({ id, way })),
);

describe('matching the whole knowledge, with what was trained on it', () => {
  it('finds what a known way of asking is about, nearly always first', async () => {
    const wrong = [];
    for (const { id, way } of known) if ((await first(way)) !== id) wrong.push(way);
    expect(known.length).toBeGreaterThan(300);
    expect(wrong.length).toBeLessThanOrEqual(known.length * 0.03);
  });

  it.each([
    ['capitals', (text: string) => text.toUpperCase()],
    ['more spaces', (text: string) => `  ${text.replaceAll(' ', '\u00a0 \n')} `],
    ['curly apostrophes and quotes', (text: string) => `“${text.replaceAll("'", '’')}”`],
  ])('gives the same matches for %s', async (_change, change) => {
    for (const { way } of known.filter((_way, number) => number % 10 === 0))
      expect(await find(change(way))).toEqual(await find(way));
  });

  it.each(['', '?', '👍', 'xqzvkjw', 'a'.repeat(4_000), 'кжщ зюя'])(
    'answers nothing about %j, which says nothing',
    async (text) => {
      expect(decide(await find(text)).kind).not.toBe('answer');
    },
  );

  it('gives the likeliest passage the largest confidence of all passages, from 0 to 1', async () => {
    for (const { way } of known.filter((_way, number) => number % 10 === 0)) {
      const confidences = (await find(way)).flatMap(({ kind, confidence }) => (kind === 'passage' ? [confidence] : []));
      expect(confidences).toEqual(confidences.toSorted((a, b) => b - a));
      expect(Math.max(0, ...confidences)).toBeLessThanOrEqual(1);
      expect(judge(way)?.features.every(Number.isFinite)).toBe(true);
    }
  });
});
