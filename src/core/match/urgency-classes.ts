import type { UrgentLevel } from '../model';
import type { ClassMeaning } from './match-classes';

/** What the urgency classifier tells apart: the levels, and everything else that people say. */
export const URGENCY_CLASSES: readonly (UrgentLevel | 'ordinary')[] = [
  'danger-now',
  'self-harm',
  'threat-crime',
  'safeguarding',
  'self-threat',
  'ordinary',
];

/** The number of the urgency class that ways of asking belong to. */
export function urgencyClassOf(meaning: ClassMeaning): number {
  const level = URGENCY_CLASSES.findIndex((one) => meaning.kind === 'urgent' && meaning.level === one);
  return level < 0 ? URGENCY_CLASSES.indexOf('ordinary') : level;
}
