/** Term ranking over documents with weighted fields (BM25F, Robertson and Zaragoza 2009). */

export type Document = { readonly [field: string]: readonly string[] };

export type TermRanking = {
  /** Scores of all documents that share a term with the query, by document number; unbounded, above 0. */
  readonly scores: (queryTerms: readonly string[]) => ReadonlyMap<number, number>;
  /** How rare a term is: 0 for one that stands in every document, larger for rarer ones; the largest for an unknown term. */
  readonly rarity: (term: string) => number;
  readonly has: (term: string) => boolean;
  readonly vocabulary: () => Iterable<string>;
};

/** Saturation of repeated terms and strength of length normalisation: the usual middle values of BM25. */
const K1 = 1.2;
const B = 0.6;

/** Indexes documents of word lists; `weights` says how much a term counts in each field (a field without weight is left out). */
export function rankTerms(documents: readonly Document[], weights: { readonly [field: string]: number }): TermRanking {
  const fields = Object.entries(weights);
  const averages = new Map(
    fields.map(([field]) => [field, sum(documents.map((d) => d[field]?.length ?? 0)) / Math.max(1, documents.length)]),
  );
  const postings = new Map<string, Map<number, number>>();
  documents.forEach((document, number) => {
    for (const [field, weight] of fields) {
      const terms = document[field] ?? [];
      const length = 1 - B + (B * terms.length) / (averages.get(field) || 1);
      for (const term of terms) {
        const row = postings.get(term) ?? new Map<number, number>();
        postings.set(term, row);
        row.set(number, (row.get(number) ?? 0) + weight / length);
      }
    }
  });
  const count = documents.length;
  const rarity = (term: string): number => {
    const holders = postings.get(term)?.size ?? 0;
    return Math.log(1 + (count - holders + 0.5) / (holders + 0.5));
  };
  return {
    rarity,
    has: (term) => postings.has(term),
    vocabulary: () => postings.keys(),
    scores: (queryTerms) => {
      const scores = new Map<number, number>();
      for (const term of new Set(queryTerms)) {
        const row = postings.get(term);
        if (!row) continue;
        const weight = rarity(term);
        for (const [number, frequency] of row) {
          scores.set(number, (scores.get(number) ?? 0) + (weight * frequency * (K1 + 1)) / (K1 + frequency));
        }
      }
      return scores;
    },
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
