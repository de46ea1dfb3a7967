import type { UrgentLevel } from '../model';
import { compareExemplars } from './exemplars';

/** How sharply likeness is turned into shares. */
const SHARPNESS = 14;

/**
 * How much a text sounds like somebody telling of danger or distress: the most alike level and its share of the evidence, against
 * everything else that people say (`ordinary`: figurative speech, questions, talk), from 0 to 1.
 */
export function createUrgentLikeness(
  levels: readonly { readonly level: UrgentLevel; readonly ways: readonly string[] }[],
  ordinary: readonly (readonly string[])[],
): (text: string) => { readonly level: UrgentLevel; readonly confidence: number } | undefined {
  const compare = compareExemplars([...levels.map(({ ways }) => ways), ...ordinary]);
  return (text) => {
    const scores = compare(text);
    const most = Math.max(...scores);
    if (most === 0) return undefined;
    const raised = scores.map((score) => Math.exp((score - most) * SHARPNESS));
    const total = raised.reduce((sum, value) => sum + value, 0);
    const urgent = levels.map(({ level }, number) => ({ level, share: (raised[number] ?? 0) / total }));
    const best = urgent.reduce((a, b) => (b.share > a.share ? b : a));
    return { level: best.level, confidence: urgent.reduce((sum, { share }) => sum + share, 0) };
  };
}
