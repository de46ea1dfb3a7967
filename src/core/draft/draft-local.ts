/** What the draft check must know about the place: numbers that may be published, and mail and web domains that are official there. */
export type DraftLocal = { readonly publicNumbers: readonly string[]; readonly domains: readonly string[] };
