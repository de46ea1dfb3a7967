import { readFileSync } from 'node:fs';
import { loadKnowledge } from '../../src/knowledge';
import { readTrainingData } from '../../src/training-data';

const { draftRulesPage }: { draftRulesPage: (rules: readonly object[], drafts: readonly object[]) => string } =
  require('../../tools/docs/draft-rules-page');

describe('the page of the rules for drafts', () => {
  const { rules } = loadKnowledge('knowledge');
  const page = draftRulesPage(rules, readTrainingData('knowledge', rules).draftExamples);

  it('in docs is the one that npm run docs would make now', () => {
    expect(readFileSync('docs/draft-rules.md', 'utf8')).toBe(page);
  });

  it('has every rule with its reason and its examples', () => {
    for (const { name, why, examples } of rules)
      for (const words of [`## ${name}`, why, ...examples.map(({ draft }) => `- ${draft.replaceAll('\n', ' ')}`)])
        expect(page).toContain(words);
  });
});
