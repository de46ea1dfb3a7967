import type { Steps } from '../steps';
import { createAlarmLikeness } from './alarm-examples';
import { type AlarmWeights, classScores, shareOut } from './classifier';
import { type Vector, vectorOf } from './feature-space';
import { hashOf, wordFeatures } from './features';
import type { Lexicon } from './lexicon';
import { placeOf } from './place-of';
import { readWords } from './read-text';
import { mend, type Speller } from './spelling';
import { stretchesOf } from './stretches';
import { stem, words } from './tokens';
import { DANGER } from './urgency';

/**
 * What is heard in the words of a message: the share of each urgency class, and the shares of danger that the message, or a stretch of
 * it, has by what was learned and by the examples that it is like.
 */
export type Heard = { readonly levels: Float64Array; readonly others: readonly number[] };

/**
 * Mends misspelt words where danger is looked for. Those that danger was learned from stay as they are: `spell` knows only the words that
 * people ask with, and would make another word of many that only tell of danger.
 */
export function createAlarmSpeller({ space }: AlarmWeights, spell: Speller): Speller {
  return (word) => (placeOf(hashOf(stem(word)), space.hashes) < 0 ? spell(word) : word);
}

/** Hears danger in words. */
export function createAlarm(
  { space, levels, danger, examples }: AlarmWeights,
  { lexicon, spell }: { readonly lexicon: Lexicon; readonly spell: Speller },
): (text: string) => Steps<Heard> {
  const likeness = createAlarmLikeness(examples);
  return function* (text) {
    const whole = yield* vectorIn(text);
    let others = voicesIn(whole);
    for (const stretch of stretchesOf(text)) {
      const louder = voicesIn(yield* vectorIn(stretch));
      others = others.map((share, voice) => Math.max(share, louder[voice] ?? 0));
    }
    return { levels: shareOut(classScores(whole, levels)), others };
  };

  function* vectorIn(text: string): Steps<Vector> {
    const reading = readWords(yield* mend(words(text), spell), lexicon);
    yield;
    return vectorOf(wordFeatures(reading), space);
  }

  function voicesIn(vector: Vector): readonly number[] {
    return [shareOut(classScores(vector, danger))[DANGER] ?? 0, likeness(vector)];
  }
}
