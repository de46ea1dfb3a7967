import type { Classifiers } from './classifier';
import { createFeatureSpace, vectorOf } from './feature-space';
import { featuresOf, wordFeatures } from './features';
import type { Lexicon } from './lexicon';
import type { NamedClass } from './match-classes';
import { type MatchClass, textsOf } from './match-index';
import { readText } from './read-text';
import { trainClassifier } from './train-classifier';
import { DANGER, isDanger, URGENCY_CLASSES, urgencyClassOf } from './urgency';

/** In a large base a feature that one text alone has says nothing about what texts have in common; in a small one every feature is needed. */
const LARGE_BASE = 5_000;

/** Learns from the ways of asking what a text is about, and whether it tells of danger. Takes about half a minute; the same knowledge gives the same weights. */
export function trainClassifiers(classes: readonly NamedClass[], lexicon: Lexicon): Classifiers {
  const { space, samples } = samplesOf(classes, lexicon);
  const features = space.hashes.length;
  const tones = classes.flatMap((one) => {
    const level = urgencyClassOf(one.meaning);
    return textsOf(one).map((text) => ({ vector: vectorOf(wordFeatures(readText(text, lexicon)), space), level }));
  });
  return {
    space,
    subjects: trainClassifier(samples, { features, classes: classes.length }),
    urgency: trainClassifier(
      tones.map(({ vector, level }) => ({ vector, owner: level })),
      { features, classes: URGENCY_CLASSES.length },
    ),
    danger: trainClassifier(
      tones.map(({ vector, level }) => ({ vector, owner: isDanger(level) ? DANGER : 1 - DANGER })),
      { features, classes: 2 },
    ),
  };
}

/** The texts of classes as vectors, each with the number of its class, and the space in which they stand. */
export function samplesOf(classes: readonly MatchClass[], lexicon: Lexicon) {
  const texts = classes.flatMap((one, owner) =>
    textsOf(one).map((text) => ({ features: featuresOf(readText(text, lexicon)), owner })),
  );
  const space = createFeatureSpace(
    texts.map(({ features }) => features),
    texts.length > LARGE_BASE ? 2 : 1,
  );
  return { space, samples: texts.map(({ features, owner }) => ({ vector: vectorOf(features, space), owner })) };
}
