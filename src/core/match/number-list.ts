/** Whole numbers from 0, in as few bytes as the largest of them needs: what is read at the start is read quicker for it. */
export type NumberList = Uint8Array | Uint16Array | Uint32Array;

/** Room for `length` numbers, each below `bound`. */
export function numberList(length: number, bound: number): NumberList {
  if (bound <= 0x100) return new Uint8Array(length);
  return bound <= 0x10000 ? new Uint16Array(length) : new Uint32Array(length);
}

/** Rows of numbers, one behind the other: row `n` is numbers `starts[n]` to `starts[n + 1]`. */
export type NumberRows = { readonly starts: Uint32Array; readonly numbers: NumberList };

/** Puts rows of numbers, each below `bound`, behind each other. */
export function numberRows(rows: readonly (readonly number[])[], bound: number): NumberRows {
  const starts = startsOf(rows.map(({ length }) => length));
  const numbers = numberList(starts.at(-1) ?? 0, bound);
  rows.forEach((row, at) => {
    numbers.set(row, starts[at]);
  });
  return { starts, numbers };
}

/** Lengths -> where each row begins, with the end of the last behind it. */
export function startsOf(lengths: readonly number[]): Uint32Array {
  const starts = new Uint32Array(lengths.length + 1);
  lengths.forEach((length, at) => {
    starts[at + 1] = (starts[at] ?? 0) + length;
  });
  return starts;
}
