import { LONGEST_QUESTION } from '../core/guidance/clean-question';
import type { GuidanceForm } from '../core/guidance/guidance-form-reply';
import { reviewDays } from '../core/guidance/review-days';
import type { Press } from '../core/model';
import { ukDay } from '../core/uk-time';
import type { Surroundings } from './surroundings';

const LONGEST_WAY = 200;
const LONGEST_ANSWER = 4_000;
const DAY = /^\d{4}-\d{2}-\d{2}$/u;

/** What stands in the boxes of a pressed form. Nothing of it is trusted: a passage or a day that is none counts as not chosen. */
export function readGuidanceForm({ data }: Press, { speaker, clock, newId }: Surroundings): GuidanceForm {
  const words = (name: string, longest: number) => (data[name] ?? '').trim().slice(0, longest).trim();
  const [usual = ''] = reviewDays(ukDay(clock()));
  const { passageId = '', reviewOn = '', confirmed = '', caseId } = data;
  const version = Number(data.version);
  return {
    id: data.id || newId(),
    version: Number.isInteger(version) && version > 0 ? version : 0,
    ...(caseId && { caseId }),
    question: words('question', LONGEST_QUESTION),
    ways: ['way1', 'way2'].map((name) => words(name, LONGEST_WAY)).filter(Boolean),
    answer: words('answer', LONGEST_ANSWER),
    ...(speaker.passage(passageId) && { passage: passageId }),
    reviewOn: DAY.test(reviewOn) && !Number.isNaN(Date.parse(reviewOn)) ? reviewOn : usual,
    confirmed: confirmed.split(' ').filter(Boolean),
  };
}
