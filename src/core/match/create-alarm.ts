import { createAlarmLikeness } from './alarm-examples';
import { type AlarmWeights, classScores, shareOut } from './classifier';
import { vectorOf } from './feature-space';
import { hashOf, wordFeatures } from './features';
import type { Lexicon } from './lexicon';
import { placeOf } from './place-of';
import { readText } from './read-text';
import type { Speller } from './spelling';
import { stretchesOf } from './stretches';
import { stem } from './tokens';
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
): (text: string) => Heard {
  const likeness = createAlarmLikeness(examples);
  const vectorIn = (text: string) => vectorOf(wordFeatures(readText(text, lexicon, spell)), space);
  return (text) => {
    const whole = vectorIn(text);
    const parts = [whole, ...stretchesOf(text).map(vectorIn)];
    return {
      levels: shareOut(classScores(whole, levels)),
      others: [
        Math.max(...parts.map((part) => shareOut(classScores(part, danger))[DANGER] ?? 0)),
        Math.max(...parts.map(likeness)),
      ],
    };
  };
}
