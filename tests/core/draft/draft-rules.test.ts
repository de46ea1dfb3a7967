import { checkDraft, examples, rules } from './council-draft-check';

describe('the rules that ship', () => {
  it('are twenty, each with examples of both kinds', () => {
    expect(rules).toHaveLength(20);
    for (const { id } of rules) {
      expect(examples.filter((example) => example.id === id && example.wanted === 'ok').length).toBeGreaterThan(2);
      expect(examples.filter((example) => example.id === id && example.wanted !== 'ok').length).toBeGreaterThan(2);
    }
  });

  it.each(examples.filter(({ wanted }) => wanted !== 'ok'))('$id says $wanted: $draft', ({ id, draft, wanted }) => {
    expect(checkDraft(draft).findings.find((finding) => finding.rule === id)?.severity).toBe(wanted);
  });

  it.each(examples.filter(({ wanted }) => wanted === 'ok'))('nothing is found in: $draft', ({ draft }) => {
    expect(checkDraft(draft)).toMatchObject({ severity: 'ok', findings: [] });
  });
});
