import { indexAlarmExamples } from './alarm-examples';
import type { AlarmWeights, Classifiers } from './classifier';
import { createFeatureSpace, vectorOf } from './feature-space';
import { type Features, featuresOf, wordFeatures } from './features';
import type { Lexicon } from './lexicon';
import type { NamedClass } from './match-classes';
import { type MatchClass, textsOf } from './match-index';
import { readText } from './read-text';
import { stretchesOf } from './stretches';
import { trainClassifier } from './train-classifier';
import { DANGER, isDanger, URGENCY_CLASSES, urgencyClassOf } from './urgency';

/** In a large base a feature that one text alone has says nothing about what texts have in common; in a small one every feature is needed. */
const LARGE_BASE = 5_000;

/** So many of a message's words are left out at random in each pass, so that danger is heard in many words and not in one or two. */
const LEFT_OUT = 0.5;
/** With words left out, learning takes longer. */
const PASSES = 10;

/** Texts by the level of urgency that they tell of; what is no level only sounds like one. */
export type UrgentTexts = { readonly [level: string]: readonly string[] };

/**
 * Learns what a text is about from the ways of asking, and whether it tells of danger from these and from further texts, which stand
 * outside the contest of subjects. Takes a minute; the same knowledge gives the same weights.
 */
export function trainClassifiers(
  classes: readonly NamedClass[],
  lexicon: Lexicon,
  urgentTexts: UrgentTexts,
): Classifiers {
  const { space, samples } = samplesOf(classes, lexicon);
  return {
    space,
    subjects: trainClassifier(samples, { features: space.hashes.length, classes: classes.length }),
    alarm: trainAlarm(classes, lexicon, urgentTexts),
  };
}

/**
 * Learns to hear danger in words alone. The second of the two classifiers hears any danger, in a stretch as well as in a whole message,
 * so it also learns that every stretch of a harmless message is harmless.
 */
function trainAlarm(classes: readonly NamedClass[], lexicon: Lexicon, urgentTexts: UrgentTexts): AlarmWeights {
  const tones = [
    ...classes.flatMap((one) => {
      const level = urgencyClassOf(one.meaning);
      const kept = one.meaning.kind === 'urgent';
      return textsOf(one).map((text) => ({ text, level, kept }));
    }),
    ...Object.entries(urgentTexts).flatMap(([level, texts]) => {
      const number = urgencyClassOf({ kind: 'urgent', level });
      return texts.map((text) => ({ text, level: number, kept: true }));
    }),
  ].map((tone) => ({ ...tone, features: wordsIn(tone.text) }));
  const space = createFeatureSpace(
    tones.map(({ features }) => features),
    fewestOf(tones.length),
  );
  const whole = tones.map(({ features, level, kept }) => ({ vector: vectorOf(features, space), owner: level, kept }));
  const harmless = tones
    .filter(({ level }) => !isDanger(level))
    .flatMap(({ text }) => stretchesOf(text))
    .map((stretch) => ({ vector: vectorOf(wordsIn(stretch), space), owner: 1 - DANGER }));
  const settings = { features: space.hashes.length, passes: PASSES, leftOut: LEFT_OUT };
  return {
    space,
    levels: trainClassifier(whole, { ...settings, classes: URGENCY_CLASSES.length }),
    danger: trainClassifier(
      [...whole.map(({ vector, owner }) => ({ vector, owner: isDanger(owner) ? DANGER : 1 - DANGER })), ...harmless],
      { ...settings, classes: 2 },
    ),
    examples: indexAlarmExamples(
      whole.map(({ vector, owner, kept }) => ({ vector, danger: isDanger(owner), kept })),
      space.hashes.length,
    ),
  };

  function wordsIn(text: string): Features {
    return wordFeatures(readText(text, lexicon));
  }
}

/** The texts of classes as vectors, each with the number of its class, and the space in which they stand. */
export function samplesOf(classes: readonly MatchClass[], lexicon: Lexicon) {
  const texts = classes.flatMap((one, owner) =>
    textsOf(one).map((text) => ({ features: featuresOf(readText(text, lexicon)), owner })),
  );
  const space = createFeatureSpace(
    texts.map(({ features }) => features),
    fewestOf(texts.length),
  );
  return { space, samples: texts.map(({ features, owner }) => ({ vector: vectorOf(features, space), owner })) };
}

function fewestOf(texts: number): number {
  return texts > LARGE_BASE ? 2 : 1;
}
