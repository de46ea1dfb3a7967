import { classScores, shareOut } from '../../../src/core/match/classifier';
import { vectorOf } from '../../../src/core/match/feature-space';
import { featuresOf, wordFeatures } from '../../../src/core/match/features';
import { NO_LEXICON } from '../../../src/core/match/lexicon';
import { matchClasses } from '../../../src/core/match/match-classes';
import { textsOf } from '../../../src/core/match/match-index';
import { readText } from '../../../src/core/match/read-text';
import { samplesOf, trainClassifiers } from '../../../src/core/match/train';
import { DANGER, isDanger, URGENCY_CLASSES, urgencyClassOf } from '../../../src/core/match/urgency';
import { some } from './some-knowledge';

const classes = matchClasses(some);
const further = {
  'danger-now': ['somebody waits by the shed with a billhook'],
  'not-urgent': ['we need a billhook for hedging day'],
};
const trained = trainClassifiers(classes, NO_LEXICON, further);
const { alarm } = trained;
const vector = (text: string) => vectorOf(featuresOf(readText(text, NO_LEXICON)), trained.space);
const inWords = (text: string) => vectorOf(wordFeatures(readText(text, NO_LEXICON)), alarm.space);
const best = (scores: Float64Array) => scores.indexOf(Math.max(...scores));
const texts = classes.flatMap((one, owner) => textsOf(one).map((text) => ({ text, owner })));

describe('trainClassifiers', () => {
  it('tells what its own texts are about', () => {
    const wrong = texts.filter(({ text, owner }) => best(classScores(vector(text), trained.subjects)) !== owner);
    expect(wrong.length).toBeLessThanOrEqual(texts.length * 0.02);
  });

  it('tells danger from everything else in its own texts', () => {
    const wrong = texts.filter(({ text, owner }) => {
      const meaning = classes[owner]?.meaning;
      return meaning && best(classScores(inWords(text), alarm.levels)) !== urgencyClassOf(meaning);
    });
    expect(wrong.length).toBeLessThanOrEqual(texts.length * 0.02);
    const danger = shareOut(classScores(inWords('he has a knife and he is at my door'), alarm.levels));
    expect(URGENCY_CLASSES[best(danger)]).toBe('danger-now');
  });

  it('tells any danger from none in its own texts, by words alone', () => {
    const wrong = texts.filter(({ text, owner }) => {
      const meaning = classes[owner]?.meaning;
      const isHeard = best(classScores(inWords(text), alarm.danger)) === DANGER;
      return meaning && isHeard !== isDanger(urgencyClassOf(meaning));
    });
    expect(wrong.length).toBeLessThanOrEqual(texts.length * 0.02);
  });

  it('learns the same from the same knowledge', () => {
    expect(trainClassifiers(classes, NO_LEXICON, further)).toEqual(trained);
  });

  it('hears danger in further texts, which stand outside the contest of subjects', () => {
    const [danger, harmless] = Object.values(further).map(([text = '']) => text);
    const heard = (text = '') => best(classScores(inWords(text), alarm.danger)) === DANGER;
    expect([heard(danger), heard(harmless)]).toEqual([true, false]);
    expect(trainClassifiers(classes, NO_LEXICON, {}).subjects).toEqual(trained.subjects);
  });

  it('sees subjects in one space, and danger in another of words alone', () => {
    expect(trained.subjects).toMatchObject({ features: trained.space.hashes.length, classes: classes.length });
    const features = alarm.space.hashes.length;
    expect(alarm.levels).toMatchObject({ features, classes: URGENCY_CLASSES.length });
    expect(alarm.danger).toMatchObject({ features, classes: 2 });
    expect(features).toBeLessThan(trained.space.hashes.length);
  });
});

describe('samplesOf', () => {
  it('makes a sample of every text, with the number of its class', () => {
    const { samples } = samplesOf(classes, NO_LEXICON);
    expect(samples.map(({ owner }) => owner)).toEqual(texts.map(({ owner }) => owner));
  });

  it('keeps every feature of a small base, and in a large one those that two texts have', () => {
    const ways = (count: number) => [...Array.from({ length: count }, () => 'common'), 'rare'];
    const sizes = [10, 5_000].map((count) => {
      const large = [{ ways: ways(count), heading: '', body: '' }];
      return samplesOf(large, NO_LEXICON).space.hashes.length;
    });
    const [small = 0, large = 0] = sizes;
    expect(small).toBe(
      new Set([
        ...featuresOf(readText('common', NO_LEXICON)).keys(),
        ...featuresOf(readText('rare', NO_LEXICON)).keys(),
      ]).size,
    );
    expect(large).toBe(featuresOf(readText('common', NO_LEXICON)).size);
  });
});
