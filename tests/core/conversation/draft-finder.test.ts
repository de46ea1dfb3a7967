import fc from 'fast-check';
import { beginningsOf, endsOf, findDraft } from '../../../src/core/conversation/draft-finder';
import { draftTokens } from '../../../src/core/conversation/draft-tokens';
import { type MarkedMessage, trainDraftFinder } from '../../../src/core/conversation/train-draft-finder';
import { hashOf } from '../../../src/core/match/features';
import { placeOf } from '../../../src/core/match/place-of';
import { growsEvenly } from '../grows-evenly';

/** Made-up messages; the draft stands between the bars. */
const MESSAGES = [
  'would this be ok: |Fun day on the green this Sunday, all welcome|',
  'would this be ok: |The library is shut on Monday|',
  'have a look at "|Thank you to all who came to the litter pick|" is it fine?',
  'have a look at "|Roads are being swept on Friday|" is it fine?',
  'going to say |the council has got this one wrong| is that a problem?',
  'going to say |we need a new bus shelter by the school| is that a problem?',
  'my words would be: |Good luck to everybody in the village show|',
  'who is allowed to block people on my page?',
  'do I have to reply to everybody?',
  'can I use photos of children?',
  'what does the policy say about trolls?',
  'how long may I keep a message?',
];
const marked = (written: string): MarkedMessage => {
  const [before = '', draft, behind = ''] = written.split('|');
  if (draft === undefined) return { text: written };
  return { text: before + draft + behind, draft: { start: before.length, end: before.length + draft.length } };
};
const weights = trainDraftFinder(MESSAGES.map(marked));

describe('the draft finder', () => {
  it.each(MESSAGES.filter((message) => message.includes('|')))('finds again what it was taught: %s', (message) => {
    const { text, draft } = marked(message);
    const found = findDraft(text, weights);
    expect(found?.draft).toBe(text.slice(draft?.start, draft?.end));
    expect(found?.confidence).toBeGreaterThan(0.7);
  });

  it.each([
    ['would this be ok: |Scarecrow trail starts at ten on Saturday|'],
    ['have a look at "|Well done to the brass band|" is it fine?'],
    ['going to say |they should fix the lights by the bridge| is that a problem?'],
    ['my words would be: |A big thank you to our wardens|'],
  ])('finds the draft in a new message: %s', (message) => {
    const { text, draft } = marked(message);
    const found = findDraft(text, weights);
    expect(found?.draft).toBe(text.slice(draft?.start, draft?.end));
    expect(found?.confidence).toBeGreaterThan(0.5);
  });

  it.each(['can I block people on my page?', 'who has to reply to me?', 'what does the policy say about photos?'])(
    'is not sure of any draft in a new question: %s',
    (text) => {
      expect(findDraft(text, weights)?.confidence ?? 0).toBeLessThan(0.5);
    },
  );

  it.each(['', ' \n ', '?!', '"…"'])('finds nothing in %j, which has no words', (text) => {
    expect(findDraft(text, weights)).toBeUndefined();
  });

  it('finds a verbatim part of the message with a confidence from 0 to 1', () => {
    const piece = fc.constantFrom(
      'would this be ok: ',
      'going to say ',
      'Fete ',
      '"',
      '“',
      '” ',
      '\n',
      '? ',
      '👉 ',
      'is it fine?',
      '#',
      '7 ',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 25 }), (pieces) => {
        const message = pieces.join('');
        const found = findDraft(message, weights);
        if (!found) return;
        expect(found.draft).not.toBe('');
        expect(message).toContain(found.draft);
        expect(found.confidence).toBeGreaterThanOrEqual(0);
        expect(found.confidence).toBeLessThanOrEqual(1);
      }),
      { numRuns: 500 },
    );
  });

  it('takes the whole message for the draft, and knows next to nothing, where nothing was learned', () => {
    const empty = trainDraftFinder([]);
    expect(empty.hashes).toHaveLength(0);
    expect(findDraft('Fete on Sunday', empty)?.confidence).toBeCloseTo(0.75, 9);
  });

  it.each(['a ', 'a', '"', '"a ', ': ', '\n', '👉a ', '#', 'would this be ok: ', '? '])(
    'takes about ten times as long for 4,000 characters of %j as for 400',
    (piece) => {
      const text = (size: number) => piece.repeat(Math.ceil(size / piece.length)).slice(0, size);
      expect(growsEvenly((size) => findDraft(text(size), weights), 400, 4_000)).toBe(true);
    },
  );
});

describe('trainDraftFinder', () => {
  it('learns the same from the same messages', () => {
    expect(trainDraftFinder(MESSAGES.map(marked))).toEqual(weights);
  });

  it('keeps its weights by rising hash, one for each', () => {
    expect([...weights.hashes]).toEqual([...new Set(weights.hashes)].toSorted((a, b) => a - b));
    expect(weights.weights).toHaveLength(weights.hashes.length);
    expect(weights.weights.every(Number.isFinite)).toBe(true);
  });

  it('learns no beginning from a draft that begins with a mark', () => {
    const message = marked('|!! Fete on Sunday|');
    expect(findDraft(message.text, trainDraftFinder([message, message]))?.confidence).toBeCloseTo(0.75, 9);
  });

  it('learns no end from a draft that ends too early to be looked for', () => {
    const knowsEnds = (message: MarkedMessage) =>
      placeOf(hashOf('end whole true'), trainDraftFinder([message, message]).hashes) >= 0;
    expect(knowsEnds(marked(`|Fete|${' and more'.repeat(60)}`))).toBe(false);
    expect(knowsEnds(marked('|Fete| and more'))).toBe(true);
  });
});

describe('the places of a draft', () => {
  it('are beginnings among the first words, which a mark never is', () => {
    const tokens = draftTokens('ok: "#Fete" on 🎉'.replace('on', 'on '.repeat(100)));
    expect(beginningsOf(tokens)).toHaveLength(60);
    expect(
      beginningsOf(tokens)
        .slice(0, 4)
        .map((at) => tokens[at]?.form),
    ).toEqual(['ok', '#', 'fete', 'on']);
  });

  it('are ends behind the beginning, near the end of the message', () => {
    const tokens = draftTokens('a b c d');
    expect(endsOf(tokens, 1)).toEqual([2, 3, 4]);
    const long = draftTokens('a '.repeat(100));
    expect(endsOf(long, 0)).toEqual(Array.from({ length: 40 }, (_, at) => 61 + at));
  });
});
