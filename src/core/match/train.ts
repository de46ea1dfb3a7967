import type { Trained } from '../model';
import { featureSpaceOf, textsOf } from './create-ranking';
import { type MatchKnowledge, matchClasses } from './match-classes';
import { trainClassifier } from './train-classifier';
import { URGENCY_CLASSES, urgencyClassOf } from './urgency-classes';

/** Learns from the ways of asking what a text is about, and whether it tells of danger. Takes some seconds; the same knowledge gives the same weights. */
export function train(knowledge: MatchKnowledge): Trained {
  const classes = matchClasses(knowledge);
  const space = featureSpaceOf(classes);
  const samples = classes.flatMap((one, owner) =>
    textsOf(one).map((text) => ({ vector: space.vectorOf(text), owner, urgency: urgencyClassOf(one.meaning) })),
  );
  return {
    subjects: trainClassifier(samples, { features: space.size, classes: classes.length }),
    urgency: trainClassifier(
      samples.map(({ vector, urgency }) => ({ vector, owner: urgency })),
      { features: space.size, classes: URGENCY_CLASSES.length },
    ),
  };
}

/** What the training depends on, as one text: when its fingerprint differs, the weights are out of date. */
export function trainingTexts(knowledge: MatchKnowledge): string {
  return JSON.stringify(matchClasses(knowledge).map(textsOf));
}
