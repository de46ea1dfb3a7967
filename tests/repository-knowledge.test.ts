import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadKnowledge } from '../src/knowledge';

describe('the folder of this repository', () => {
  const knowledge = loadKnowledge(join(__dirname, '..', 'knowledge'));

  it('has 58 passages, each the words of the policy at its place', () => {
    const source = readFileSync(join(__dirname, '..', 'knowledge', 'social-media-policy.txt'), 'utf8');
    expect(knowledge.policy.passages).toHaveLength(58);
    for (const { text, span } of knowledge.policy.passages) expect(source.slice(span.start, span.end)).toBe(text);
  });

  it('says of the rules of engagement, and of nothing else, that they are for people who use a page', () => {
    const forPageUsers = knowledge.policy.passages.filter((passage) => passage.forPageUsers).map(({ id }) => id);
    expect(forPageUsers).toEqual('welcome 1 2 3 4 5 sanction casework'.split(' ').map((name) => `roe.${name}`));
  });

  it('has no contractions in summaries, titles and notes', () => {
    const said = [
      ...knowledge.policy.passages.map(({ summary }) => summary),
      ...knowledge.topics.map(({ title }) => title),
      ...knowledge.talks.flatMap(({ reply }) => (reply.kind === 'note' ? reply.text : [])),
    ];
    expect(said.filter((text) => /n['’]t\b|['’](?:re|ve|ll|m|d)\b/iu.test(text))).toEqual([]);
  });
});
