import { explain, explainShortly } from '../../../src/core/conversation/explain';
import type { Speaker } from '../../../src/core/conversation/speaker';
import type { Match } from '../../../src/core/model';
import { passageOf } from '../asking';

/** Says the name of the sentence and what fills it, so that the test sees both. */
const speaker = {
  say: (name: string, values: { readonly [place: string]: string } = {}) =>
    [name, ...Object.entries(values).map(([place, value]) => `${place}=${value}`)].join(' '),
} as unknown as Speaker;

const passage: Match = {
  kind: 'passage',
  passage: passageOf('a'),
  share: 0.8,
  confidence: 0.7,
  evidence: { trained: 0.5, terms: 0.25 },
  nearest: ['the nearest way'],
};
const topic: Match = {
  kind: 'topic',
  topic: { id: 't', title: 'imprints', nearest: [], ways: [] },
  share: 0.2,
  confidence: 0.2,
  evidence: {},
  nearest: [],
};

function explained(text: string, matches: readonly Match[]) {
  return explain(text, {
    speaker,
    matching: {
      find: async () => matches,
      urgency: async () => ({ level: 'danger-now', confidence: 0.04, distress: 0.31 }),
      read: () => ({ words: ['photograph'], concepts: ['photo', 'photo'] }),
    },
    readDraft: () => undefined,
    triage: async () => undefined,
  });
}

describe('explain', () => {
  it('says how the words were read, what was mended and what they mean', async () => {
    const lines = await explained('photgraph', [passage]);
    expect(lines).toContain('why_words words=photograph');
    expect(lines).toContain('why_mended words=photgraph = photograph');
    expect(lines).toContain('why_meanings meanings=photo');
  });

  it('says nothing of mending where nothing was mended', async () => {
    expect((await explained('photograph', [passage])).join('\n')).not.toContain('why_mended');
  });

  it('gives danger and distress out of a hundred', async () => {
    expect(await explained('photograph', [])).toContain('why_danger danger=4 distress=31 level=why_none');
  });

  it('shows the evidence of each candidate in their order, and ends with the decision', async () => {
    const lines = await explained('photograph', [passage, topic]);
    const [first, second] = lines.filter((line) => line.startsWith('why_candidate'));
    expect(first).toContain('place=1 subject=a, Policy > Section share=80 trained=50 terms=25');
    expect(first).toContain('nearest=the nearest way');
    expect(second).toContain('place=2 subject=imprints share=20');
    expect(lines.at(-1)).toBe('why_answer confidence=70');
  });

  it('names the clerk as the decision where nothing is alike', async () => {
    expect((await explained('photograph', [])).at(-1)).toBe('why_escalate confidence=0');
  });
});

describe('explainShortly', () => {
  it.each([
    [[passage], 'sounds_like subject=Policy > Section share=80'],
    [[topic, passage], 'sounds_like subject=imprints share=20'],
    [[], undefined],
  ])('says in a sentence what the likeliest match is about', (matches, sentence) => {
    expect(explainShortly(matches, speaker)).toBe(sentence);
  });
});
