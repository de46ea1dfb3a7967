/** Whole numbers from 0, in as few bytes as the largest of them needs: what is read at the start is read quicker for it. */
export type NumberList = Uint8Array | Uint16Array | Uint32Array;

/** Room for `length` numbers, each below `bound`. */
export function numberList(length: number, bound: number): NumberList {
  if (bound <= 0x100) return new Uint8Array(length);
  return bound <= 0x10000 ? new Uint16Array(length) : new Uint32Array(length);
}
