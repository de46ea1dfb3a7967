import { guidanceConfidence } from '../../../src/core/guidance/create-guidance-finder';
import { guidanceEvidence, guidanceTexts } from '../../../src/core/guidance/guidance-evidence';
import { read } from './samples';

const evidence = (asked: string, ...texts: readonly string[]) =>
  guidanceEvidence(read(asked), guidanceTexts(texts.map(read)));

describe('the evidence that a question was answered before', () => {
  it('is complete for the same words', () => {
    const same = evidence('When does the pre-election period begin?', 'when does the pre-election period begin');
    expect(same).toMatchObject({ 'foreign words': 0, 'asks for something else': 0, opposed: 0 });
    for (const kind of ['subject', 'letters', 'words']) expect(same[kind]).toBeCloseTo(1, 5);
  });

  it('sees meanings in other words', () => {
    const { words = 0 } = evidence('can I photograph bairns', 'may I take pictures of kids');
    expect(words).toBeGreaterThan(0.5);
  });

  it.each([
    ['opposed', 'when does purdah end', 'when does purdah begin'],
    ['opposed', 'can I post before the meeting', 'can I post after the meeting'],
    ['asks for something else', 'who keeps screenshots of abuse', 'how long must I keep screenshots of abuse'],
    ['asks for something else', 'whos in charge of the page', 'is there a page'],
  ])('says "%s" of "%s" beside "%s", and is then weaker', (kind, asked, text) => {
    const found = evidence(asked, text);
    expect(found[kind]).toBe(1);
    expect(guidanceConfidence(found)).toBeLessThan(guidanceConfidence({ ...found, [kind]: 0 }));
  });

  it('knows a word that nothing explains, the rarer the more', () => {
    const rare = evidence('may I film the gasometer', 'may I film')['foreign words'] ?? 0;
    const common = evidence('may I film the meeting', 'may I film')['foreign words'] ?? 0;
    expect(rare).toBeGreaterThan(common);
    expect(common).toBeGreaterThan(0);
  });

  it('is nothing for a text without words', () => {
    for (const asked of ['', '…', '👍'])
      expect(guidanceConfidence(evidence(asked, 'may I film the meeting'))).toBeLessThan(0.05);
  });
});
