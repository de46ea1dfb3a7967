import { rarityAt, type TermIndex } from './bm25f';
import type { Features } from './features';
import { type NumberList, numberRows, startsOf } from './number-list';
import { placeOf } from './place-of';

/**
 * The texts of all classes by the terms in them: the texts that hold term `n` are entries `starts[n]` to `starts[n + 1]`, each with
 * its weight there; class `c` owns texts `firsts[c]` to `firsts[c + 1]`.
 */
export type Exemplars = {
  readonly firsts: Uint32Array;
  readonly starts: Uint32Array;
  readonly texts: NumberList;
  /** In 255ths of 1, where the weights of a text have length 1. */
  readonly weight: Uint8Array;
};

/** How alike a text is to the texts of a class: 0 for nothing in common, about 1 for the same words; and the numbers of the nearest ones, best first. */
export type Likeness = { readonly value: number; readonly nearest: readonly number[] };

/** The nearest exemplar counts most; the next two guard against one odd phrasing. */
const NEIGHBOUR_WEIGHTS = [0.6, 0.25, 0.15];
const STEPS = 255;

/** Lists the texts of the classes under each of their terms. */
export function indexExemplars(classes: readonly (readonly Features[])[], index: TermIndex): Exemplars {
  const rows: [number, number][][] = Array.from(index.terms, () => []);
  const firsts = startsOf(classes.map(({ length }) => length));
  for (const [text, features] of classes.flat().entries())
    for (const [term, weight] of weigh(features, index)) rows[term]?.push([text, Math.round(weight * STEPS)]);
  const { starts, numbers } = numberRows(
    rows.map((row) => row.map(([text]) => text)),
    firsts.at(-1) ?? 0,
  );
  return {
    firsts,
    starts,
    texts: numbers,
    weight: Uint8Array.from(rows.flatMap((row) => row.map(([, weight]) => weight))),
  };
}

/** Compares texts by cosine with every text of some classes. */
export function createLikeness(
  exemplars: Exemplars,
  terms: TermIndex,
): (text: Features, classes: readonly number[]) => readonly Likeness[] {
  const { firsts, starts, texts, weight } = exemplars;
  const cosines = new Float32Array(firsts.at(-1) ?? 0);
  return (text, classes) => {
    cosines.fill(0);
    for (const [term, share] of weigh(text, terms)) {
      const end = starts[term + 1] ?? 0;
      for (let place = starts[term] ?? 0; place < end; place++) {
        const found = texts[place] ?? 0;
        cosines[found] = (cosines[found] ?? 0) + (share * (weight[place] ?? 0)) / STEPS;
      }
    }
    return classes.map((one) => likenessOf(cosines, firsts[one] ?? 0, firsts[one + 1] ?? 0));
  };
}

/** The nearest of the texts from `first` up to `end`. */
function likenessOf(cosines: Float32Array, first: number, end: number): Likeness {
  const best: { readonly cosine: number; readonly text: number }[] = [];
  for (let text = first; text < end; text++) {
    const cosine = cosines[text] ?? 0;
    const least = best.length < NEIGHBOUR_WEIGHTS.length ? 0 : (best.at(-1)?.cosine ?? 0);
    if (cosine <= least) continue;
    const rank = best.findIndex((one) => cosine > one.cosine);
    best.splice(rank < 0 ? best.length : rank, 0, { cosine, text });
    best.length = Math.min(best.length, NEIGHBOUR_WEIGHTS.length);
  }
  return {
    value: best.reduce((sum, { cosine }, rank) => sum + cosine * (NEIGHBOUR_WEIGHTS[rank] ?? 0), 0),
    nearest: best.map(({ text }) => text),
  };
}

/** Numbered terms with their share of a length of 1: damped counts, the rarer the heavier. Terms that no class has are left out. */
function weigh(features: Features, index: TermIndex): readonly (readonly [number, number])[] {
  const found: [number, number][] = [];
  let square = 0;
  for (const [feature, count] of features) {
    const term = placeOf(feature, index.terms);
    if (term < 0) continue;
    const value = Math.log(1 + count) * rarityAt(term, index);
    found.push([term, value]);
    square += value * value;
  }
  const length = Math.sqrt(square) || 1;
  return found.map(([term, value]) => [term, value / length]);
}
