import { numberList, numberRows, startsOf } from '../../../src/core/match/number-list';

describe('numberList', () => {
  it.each([
    [0, Uint8Array],
    [256, Uint8Array],
    [257, Uint16Array],
    [65_536, Uint16Array],
    [65_537, Uint32Array],
  ])('has room for numbers below %d', (bound, kind) => {
    const list = numberList(3, bound);
    expect(list).toBeInstanceOf(kind);
    list[2] = Math.max(0, bound - 1);
    expect([...list]).toEqual([0, 0, Math.max(0, bound - 1)]);
  });
});

describe('numberRows', () => {
  it('puts rows behind each other, the empty ones too', () => {
    expect(numberRows([[3, 1], [], [2]], 4)).toEqual({
      starts: Uint32Array.of(0, 2, 2, 3),
      numbers: Uint8Array.of(3, 1, 2),
    });
  });

  it('has nothing of no rows', () => {
    expect(numberRows([], 4)).toEqual({ starts: Uint32Array.of(0), numbers: new Uint8Array() });
    expect([...startsOf([])]).toEqual([0]);
  });
});
