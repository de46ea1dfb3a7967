import type { Classifiers } from './classifier';
import { createFeatureSpace, vectorOf } from './feature-space';
import { featuresOf } from './features';
import type { Lexicon } from './lexicon';
import type { NamedClass } from './match-classes';
import { type MatchClass, textsOf } from './match-index';
import { readText } from './read-text';
import { trainClassifier } from './train-classifier';
import { URGENCY_CLASSES, urgencyClassOf } from './urgency';

/** In a large base a feature that one text alone has says nothing about what texts have in common; in a small one every feature is needed. */
const LARGE_BASE = 5_000;

/** Learns from the ways of asking what a text is about, and whether it tells of danger. Takes about half a minute; the same knowledge gives the same weights. */
export function trainClassifiers(classes: readonly NamedClass[], lexicon: Lexicon): Classifiers {
  const { space, samples } = samplesOf(classes, lexicon);
  const urgencies = classes.map(({ meaning }) => urgencyClassOf(meaning));
  return {
    space,
    subjects: trainClassifier(samples, { features: space.hashes.length, classes: classes.length }),
    urgency: trainClassifier(
      samples.map(({ vector, owner }) => ({ vector, owner: urgencies[owner] ?? 0 })),
      { features: space.hashes.length, classes: URGENCY_CLASSES.length },
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
