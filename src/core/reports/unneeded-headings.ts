import type { Knowledge } from '../known';
import type { CardName } from '../reply';
import type { Figures } from './report';
import { topicOfPassage } from './topic-of-passage';

/**
 * Headings of the policy that no figure speaks of, in the order of the policy. Some of them may have been needed once or twice: to tell these
 * from those that were never needed would give away a hidden count. Empty while there are no figures at all.
 */
export function unneededHeadings(
  { passage, card }: Figures,
  { policy, quotes }: Pick<Knowledge, 'policy' | 'quotes'>,
): readonly string[] {
  if (passage.length === 0) return [];
  const sent = new Set(card.map(({ key }) => key));
  const quoted = Object.entries(QUOTED).flatMap(([name, quotedOn]) => (sent.has(name) ? quotedOn(quotes) : []));
  const needed = new Set([...passage.map(({ key }) => key), ...quoted.map(topicOfPassage)]);
  return [...new Set(policy.passages.map(topicOfPassage))].filter((heading) => !needed.has(heading));
}

/** What the fixed cards quote. */
const QUOTED: { readonly [card in CardName]?: (quotes: Knowledge['quotes']) => Knowledge['quotes']['pageRules'] } = {
  'golden-rule': ({ goldenRule, risks, streetTest }) => [goldenRule, risks, streetTest],
  rules: ({ goldenRule, pageRules }) => [goldenRule, ...pageRules],
  'abuse-steps': ({ abuseSteps }) => abuseSteps,
};
