import fc from 'fast-check';
import { createRandom, shuffle } from '../../../src/core/match/random';

const numbers = (count: number) => {
  const random = createRandom();
  return Array.from({ length: count }, () => random());
};

describe('createRandom', () => {
  it('gives the same numbers every time, and not one number again and again', () => {
    expect(numbers(100)).toEqual(numbers(100));
    expect(new Set(numbers(100)).size).toBe(100);
  });

  it('gives numbers from 0 up to 1, spread evenly', () => {
    const found = numbers(10_000);
    expect(Math.min(...found)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...found)).toBeLessThan(1);
    for (let tenth = 0; tenth < 10; tenth++) {
      const inside = found.filter((one) => Math.floor(one * 10) === tenth).length;
      expect(inside).toBeGreaterThan(850);
      expect(inside).toBeLessThan(1_150);
    }
  });
});

describe('shuffle', () => {
  it('keeps every item', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(9)), (list) => {
        const shuffled = [...list];
        shuffle(shuffled, createRandom());
        expect(shuffled.toSorted()).toEqual(list.toSorted());
      }),
    );
  });

  it('brings every item to the front about as often as the others', () => {
    const random = createRandom();
    const first = [0, 0, 0, 0];
    for (let round = 0; round < 4_000; round++) {
      const list = [0, 1, 2, 3];
      shuffle(list, random);
      const front = list[0] ?? 0;
      first[front] = (first[front] ?? 0) + 1;
    }
    expect(Math.min(...first)).toBeGreaterThan(850);
  });
});
