import type { Speaker } from '../conversation/speaker';
import type { Field } from '../reply';
import { ukDate } from '../uk-date';
import { ukDay } from '../uk-time';
import type { Guidance } from './guidance';

/** Saved advice as it stands on a card: who and when, which question it was written for, and the clerk's words, verbatim. */
export function adviceFields(
  { guidance, due }: { readonly guidance: Guidance; readonly due: boolean },
  speaker: Speaker,
): Field {
  return {
    lead: speaker.say('advice_lead', { day: ukDate(ukDay(guidance.at)) }),
    asked: guidance.question,
    advice: guidance.answer,
    due: due ? speaker.say('advice_due', { day: ukDate(guidance.reviewOn) }) : null,
  };
}
