import { advise } from '../../../src/core/guidance/advise';
import { createGuidanceFinder, readyGuidance } from '../../../src/core/guidance/create-guidance-finder';
import type { Guidance } from '../../../src/core/guidance/guidance';
import { shownGuidance } from '../../../src/core/guidance/shown-guidance';
import { atOnce } from '../../../src/core/steps';
import { CAPTIONS, FILMING, guidance, PURDAH, read } from './samples';

const ALL = [FILMING, PURDAH, CAPTIONS];
const finderOf = (all: readonly Guidance[]) => {
  const stepsOf = createGuidanceFinder(
    all.map((one) => atOnce(readyGuidance(one, read))),
    read,
  );
  return (question: string) => atOnce(stepsOf(question));
};
const find = finderOf(ALL);
const shown = (question: string) => {
  return shownGuidance(find(question))?.reference;
};

describe('finding a saved answer', () => {
  it.each(ALL.flatMap(({ reference, question, ways }) => [question, ...ways].map((asked) => [asked, reference])))(
    'shows it to whoever asks "%s", as it was saved: %s',
    (asked, reference) => {
      expect(shown(asked)).toBe(reference);
      expect(shown(asked.toUpperCase())).toBe(reference);
      expect(shown(` ${asked.replace('?', '')} `)).toBe(reference);
    },
  );

  it.each([
    ['am I allowed to video the council meeting on my mobile', 'G-0001'],
    ['whens purdah start', 'G-0002'],
    ['do I need subtitles on my videos', 'G-0003'],
  ])('shows it to whoever asks in other words: "%s"', (asked, reference) => {
    expect(shown(asked)).toBe(reference);
  });

  it.each([
    'when does the pre-election period end',
    'when does purdah finish',
    'how do I put captions on my videos',
    'who films the council meeting',
    'can residents film me at the school fair',
    'can I block somebody who swears at me',
    'where is the toilet in the hall',
    'x',
    '',
    '👍',
  ])('shows nothing for another question: "%s"', (asked) => {
    expect(shown(asked)).toBeUndefined();
  });

  it('gives a confidence from 0 to 1, best first, and the older one first among equals', () => {
    const twin = guidance('G-0009', FILMING.question, { ways: FILMING.ways });
    const found = finderOf([twin, FILMING])('can I record the council meeting');
    expect(found.map(({ guidance: { reference } }) => reference)).toEqual(['G-0001', 'G-0009']);
    for (const { confidence } of found) {
      expect(confidence).toBeGreaterThan(0.05);
      expect(confidence).toBeLessThan(1);
    }
  });

  it('finds nothing where nothing was saved', () => {
    expect(finderOf([])('may I film')).toEqual([]);
  });
});

describe('what of it a councillor sees', () => {
  const match = (reference: string, confidence: number) => ({ guidance: guidance(reference, 'May I?'), confidence });

  it.each([
    [[], undefined],
    [[match('G-0001', 0.49)], undefined],
    [[match('G-0001', 0.9), match('G-0002', 0.6)], { kind: 'shown', guidance: { reference: 'G-0001' } }],
    [
      [match('G-0001', 0.89), match('G-0002', 0.6), match('G-0003', 0.55)],
      { kind: 'offered', guidance: [{ reference: 'G-0001' }, { reference: 'G-0002' }] },
    ],
    [[match('G-0001', 0.5), match('G-0002', 0.4)], { kind: 'offered', guidance: [{ reference: 'G-0001' }] }],
  ])('is one sure answer, or at most two questions that are like it (%#)', (matches, expected) => {
    const advice = advise(matches, '2027-11-23');
    if (expected) expect(advice).toMatchObject(expected);
    else expect(advice).toBeUndefined();
  });

  it.each([
    ['2027-11-23', false],
    ['2027-11-24', true],
    ['2028-01-01', true],
  ])('is due for review from its day on: on %s it is %s', (today, due) => {
    expect(advise([match('G-0001', 0.95)], today)).toMatchObject({ kind: 'shown', confidence: 0.95, due });
  });
});
