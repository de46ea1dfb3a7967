import type { Speaker } from '../conversation/speaker';
import type { Case } from './case';

/**
 * Sentences to the councillor about a case. Where it went to the person named for questions about the clerk, the sentence that is made
 * for that (its name ends in "_alternate") is said: nobody must fear that the clerk has it.
 */
export function sayAbout({ desk }: Pick<Case, 'desk'>, speaker: Speaker): Speaker['say'] {
  if (desk === 'clerk') return speaker.say;
  const { wording } = speaker.knowledge;
  const alternate = speaker.council.alternate?.name ?? speaker.say('alternate_unnamed');
  return (name, values) =>
    speaker.say(Object.hasOwn(wording, `${name}_alternate`) ? `${name}_alternate` : name, { alternate, ...values });
}
