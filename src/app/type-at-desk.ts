import { chat } from '../core/conversation/card-replies';
import { readReference, withoutReference } from '../core/conversation/commands';
import type { Turn } from '../core/reply';
import { actOnCase, openCaseAtDesk } from './desk';
import type { Act } from './desk-acts';
import type { Handler, Surroundings, Visit } from './surroundings';

/** "answer C-0042 You may say so": what a clerk types instead of pressing. */
export function typedAct(act: Act): Handler {
  return (visit, rest, given) =>
    named(rest, given, (reference) => {
      const words = withoutReference(rest);
      const choice = act === 'pass' || act === 'close' ? words.toLowerCase().replace(/^(?:to|as)\s+/u, '') : undefined;
      return actOnCase(
        visit,
        { act, name: { reference }, text: words, ...(choice && { choice: choice.replaceAll(' ', '_') }) },
        given,
      );
    });
}

/** "open C-0042": the case with everything that was said. */
export function openTyped(visit: Visit, rest: string, given: Surroundings): Promise<Turn> {
  return named(rest, given, (reference) => openCaseAtDesk(visit, { reference }, {}, given));
}

async function named(
  rest: string,
  { speaker }: Surroundings,
  act: (reference: string) => Promise<Turn>,
): Promise<Turn> {
  const reference = readReference(rest);
  return reference === undefined ? chat(speaker.note('no_reference')) : act(reference);
}
