/** Term ranking over documents with weighted fields (BM25F, Robertson and Zaragoza 2009). */

import type { Features } from './features';
import { type NumberList, numberList } from './number-list';
import { placeOf } from './place-of';

export type Document = { readonly [field: string]: Features };

/** Terms by rising hash; the documents that hold term `n` are entries `starts[n]` to `starts[n + 1]`, with their weighted, length-normalised counts. */
export type TermIndex = {
  readonly terms: Uint32Array;
  readonly starts: Uint32Array;
  readonly documents: NumberList;
  readonly frequency: Float32Array;
  /** How many documents there are, those without any term too. */
  readonly count: number;
};

/** Saturation of repeated terms and strength of length normalisation: the usual middle values of BM25. */
const K1 = 0.9;
const B = 0.4;

/** Indexes documents; `weights` says how much a term counts in each field (a field without weight is left out). */
export function indexTerms(documents: readonly Document[], weights: { readonly [field: string]: number }): TermIndex {
  const fields = Object.entries(weights);
  const averages = new Map(
    fields.map(([field]) => [field, sum(documents.map((document) => lengthOf(document[field]))) / documents.length]),
  );
  const postings = new Map<number, Map<number, number>>();
  documents.forEach((document, number) => {
    for (const [field, weight] of fields) {
      const terms = document[field];
      if (!terms) continue;
      const length = 1 - B + (B * lengthOf(terms)) / (averages.get(field) || 1);
      for (const [term, count] of terms) {
        const row = postings.get(term) ?? new Map<number, number>();
        postings.set(term, row);
        row.set(number, (row.get(number) ?? 0) + (weight * count) / length);
      }
    }
  });
  return packed(postings, documents.length);
}

function packed(postings: ReadonlyMap<number, ReadonlyMap<number, number>>, count: number): TermIndex {
  const terms = Uint32Array.from(postings.keys()).sort();
  const starts = new Uint32Array(terms.length + 1);
  terms.forEach((term, at) => {
    starts[at + 1] = (starts[at] ?? 0) + (postings.get(term)?.size ?? 0);
  });
  const documents = numberList(starts.at(-1) ?? 0, count);
  const frequency = new Float32Array(documents.length);
  terms.forEach((term, at) => {
    let place = starts[at] ?? 0;
    for (const [number, value] of postings.get(term) ?? []) {
      documents[place] = number;
      frequency[place] = value;
      place += 1;
    }
  });
  return { terms, starts, documents, frequency, count };
}

/**
 * How much of a question each document holds, by document number: its BM25F score as a share of the most that a document could
 * score, so from 0 to 1. A term of the question counts once, by its weight.
 */
export function termShares(question: Features, index: TermIndex): Float32Array {
  const { terms, starts, documents, frequency, count } = index;
  const shares = new Float32Array(count);
  const most = worthOf(question, index) || 1;
  for (const [term, weight] of question) {
    const at = placeOf(term, terms);
    if (at < 0) continue;
    const worth = (weight * rarityAt(at, index)) / most;
    const end = starts[at + 1] ?? 0;
    for (let place = starts[at] ?? 0; place < end; place++) {
      const value = frequency[place] ?? 0;
      const document = documents[place] ?? 0;
      shares[document] = (shares[document] ?? 0) + (worth * value) / (K1 + value);
    }
  }
  return shares;
}

/** The share of a question's rare terms that some document of the index holds, from 0 to 1; 0 for a question without terms. */
export function knownShare(question: Features, index: TermIndex): number {
  const known = new Map([...question].filter(([term]) => placeOf(term, index.terms) >= 0));
  return worthOf(known, index) / (worthOf(question, index) || 1);
}

/** What the terms of a question are worth together: the rarer the more, an unknown one the most. */
function worthOf(question: Features, index: TermIndex): number {
  let worth = 0;
  for (const [term, weight] of question) worth += weight * rarityOfTerm(term, index);
  return worth;
}

/** How rare a term is by its hash; one that no document holds is the rarest. */
export function rarityOfTerm(term: number, index: TermIndex): number {
  const at = placeOf(term, index.terms);
  return at < 0 ? rarityOf(0, index.count) : rarityAt(at, index);
}

/** How rare the term at a place of the index is: near 0 for one that stands in every document, larger for rarer ones. */
export function rarityAt(at: number, { starts, count }: TermIndex): number {
  return rarityOf((starts[at + 1] ?? 0) - (starts[at] ?? 0), count);
}

function rarityOf(holders: number, count: number): number {
  return Math.log(1 + (count - holders + 0.5) / (holders + 0.5));
}

function lengthOf(terms: Features | undefined): number {
  return terms ? sum([...terms.values()]) : 0;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
