import fc from 'fast-check';
import { stretchesOf } from '../../../src/core/match/stretches';

describe('stretchesOf', () => {
  it.each([
    ['nothing', '', []],
    ['one sentence', 'can I post a photo of the fete', []],
    ['one sentence and a word', 'Hello. can I post a photo of the fete?', []],
    [
      'two sentences',
      'he is in the porch. what does the policy say',
      ['he is in the porch.', 'what does the policy say'],
    ],
    [
      'lines, and a semicolon',
      'my page is public\nhe is in the porch; should I reply to him',
      [
        'my page is public',
        'he is in the porch',
        'should I reply to him',
        'my page is public he is in the porch',
        'he is in the porch should I reply to him',
      ],
    ],
  ])('gives for %s what may tell something by itself', (_, text, stretches) => {
    expect(stretchesOf(text)).toEqual(stretches);
  });

  it('gives no more for a long message than for one with sixteen sentences, and leaves nothing out', () => {
    const sentences = Array.from({ length: 300 }, (_, at) => `this is sentence number ${at}.`);
    const stretches = stretchesOf(sentences.join(' '));
    expect(stretches.length).toBeLessThanOrEqual(31);
    for (const sentence of sentences) expect(stretches.some((stretch) => stretch.includes(sentence))).toBe(true);
  });

  it('gives words of the message alone, whatever is written', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const plain = text.replace(/\s+/gu, ' ');
        return stretchesOf(text).every((stretch) => stretch !== '' && plain.includes(stretch.split(/\s+/u)[0] ?? ''));
      }),
    );
  });
});
