import { readFileSync } from 'node:fs';
import { loadKnowledge } from '../../src/knowledge';

const { draftRulesPage }: { draftRulesPage: (knowledge: object) => string } =
  require('../../tools/docs/draft-rules-page');

describe('the page of the rules for drafts', () => {
  const page = draftRulesPage(loadKnowledge('knowledge'));

  it('in docs is the one that npm run docs would make now', () => {
    expect(readFileSync('docs/draft-rules.md', 'utf8')).toBe(page);
  });

  it('has every rule with its reason and its examples', () => {
    for (const { name, why, examples } of loadKnowledge('knowledge').rules)
      for (const words of [`## ${name}`, why, ...examples.map(({ draft }) => `- ${draft.replaceAll('\n', ' ')}`)])
        expect(page).toContain(words);
  });
});
