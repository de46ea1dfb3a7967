import { numberList } from '../../../src/core/match/number-list';

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
