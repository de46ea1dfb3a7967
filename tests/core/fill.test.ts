import { fill } from '../../src/core/fill';

describe('fill', () => {
  it.each([
    ['Call {police}.', { police: '101' }, 'Call 101.'],
    ['{a}{a} and {b_c}', { a: 'x', b_c: 'y' }, 'xx and y'],
    ['Nothing to fill.', {}, 'Nothing to fill.'],
    ['{a}', { a: '' }, ''],
  ])('turns "%s" with %j into "%s"', (sentence, values, filled) => {
    expect(fill(sentence, values)).toBe(filled);
  });

  it.each([
    ['a place in the value', '{name}'],
    ['signs that mean something in a replacement', "$& $1 $' $$"],
  ])('keeps %s as it is', (_, value) => {
    expect(fill('Dear {name}', { name: value })).toBe(`Dear ${value}`);
  });

  it.each([
    'Call {polic}.',
    'Call {Police}.',
    'Call {police1}.',
    'Call { police }.',
    'Call {}.',
    'Call {constructor}.',
    'Call {__proto__}.',
  ])('refuses "%s", because nothing is known by that name', (sentence) => {
    expect(() => fill(sentence, { police: '101' })).toThrow('which is not known here');
  });

  it('names the sentence and the place when it refuses', () => {
    expect(() => fill('Call {polic}.', {})).toThrow('"Call {polic}." asks for {polic}');
  });
});
