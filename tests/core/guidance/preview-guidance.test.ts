import { readyGuidance } from '../../../src/core/guidance/create-guidance-finder';
import { findChangedAdvice } from '../../../src/core/guidance/find-changed-advice';
import type { Guidance } from '../../../src/core/guidance/guidance';
import { previewGuidance } from '../../../src/core/guidance/preview-guidance';
import { atOnce } from '../../../src/core/steps';
import { FILMING, guidance, PURDAH, read } from './samples';

const changes = (candidate: Guidance, existing: readonly Guidance[], questions: readonly string[]) =>
  atOnce(
    findChangedAdvice(questions, {
      candidate,
      existing: existing.map((one) => atOnce(readyGuidance(one, read))),
      read,
    }),
  );

describe('what another saved answer would change', () => {
  const FILM = 'can I record the council meeting';
  const BLOCK = 'can I block somebody';

  it('names a past question that would be answered now, once, and no other', () => {
    expect(changes(FILMING, [PURDAH], [FILM, BLOCK, FILM])).toEqual([{ question: FILM, after: FILMING }]);
  });

  it('names nothing where the same answer would be shown as now', () => {
    expect(changes({ ...FILMING, version: 2, ways: [...FILMING.ways, 'x'] }, [FILMING], [FILM])).toEqual([]);
  });

  it('names a question whose answer would have other words', () => {
    const candidate = { ...FILMING, version: 2, answer: 'Ask the chair first.' };
    expect(changes(candidate, [FILMING], [FILM])).toEqual([{ question: FILM, before: FILMING, after: candidate }]);
  });

  it('names a question that would lose its answer', () => {
    const candidate = { ...FILMING, version: 2, question: 'Must my videos have captions?', ways: [] };
    expect(changes(candidate, [FILMING], [FILM])).toEqual([{ question: FILM, before: FILMING }]);
  });

  it('names a question that would get the answer of another entry', () => {
    const closer = guidance('G-0009', FILM, { ways: [FILM] });
    expect(changes(closer, [FILMING], [FILM])).toMatchObject([
      { question: FILM, before: { reference: 'G-0001' }, after: { reference: 'G-0009' } },
    ]);
  });

  it('is sorted by whether the policy settles the question', () => {
    const advice = [
      { question: 'a', after: FILMING, settled: false },
      { question: 'b', after: FILMING, settled: true },
      { question: 'c', before: FILMING, after: PURDAH, settled: false },
      { question: 'd', before: FILMING, settled: true },
    ];
    expect(previewGuidance(advice)).toEqual({ answered: ['a'], below: ['b'], changed: ['c', 'd'] });
  });
});
