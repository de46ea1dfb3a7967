/** What the draft check must know about the place. */
export type DraftLocal = {
  /** Numbers that may be published, and mail and web domains that are official there. */
  readonly publicNumbers: readonly string[];
  readonly domains: readonly string[];
  /** Names and addresses of halls, offices and other places that are open to all. */
  readonly venues: readonly string[];
  /** People in public office, who may be named in it. */
  readonly officeHolders: readonly { readonly name: string; readonly office: string }[];
};

/** Nothing is known of the place. */
export const NOWHERE: DraftLocal = { publicNumbers: [], domains: [], venues: [], officeHolders: [] };
