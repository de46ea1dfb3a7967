import fc from 'fast-check';
import { placeOf } from '../../../src/core/match/place-of';

const number = fc.oneof(fc.nat(20), fc.integer({ min: 0, max: 2 ** 32 - 1 }));

it('finds a number where indexOf does, and nothing where it does not', () => {
  fc.assert(
    fc.property(fc.uniqueArray(number, { maxLength: 40 }), number, (numbers, other) => {
      const rising = Uint32Array.from(numbers).sort();
      for (const wanted of [...numbers, other]) expect(placeOf(wanted, rising)).toBe(rising.indexOf(wanted));
    }),
    { numRuns: 500 },
  );
});

it.each([
  ['an empty list', [], 0, -1],
  ['the first place', [3, 5, 8], 3, 0],
  ['the last place', [3, 5, 8], 8, 2],
  ['the largest hash', [0, 2 ** 32 - 1], 2 ** 32 - 1, 1],
  ['a number between two others', [3, 5, 8], 6, -1],
])('is right about %s', (_, rising, wanted, place) => {
  expect(placeOf(wanted, Uint32Array.from(rising))).toBe(place);
});
