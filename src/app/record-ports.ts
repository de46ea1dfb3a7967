/** What the application needs to keep records no longer than it should, and to say who looked at them. */

import type { Case } from '../core/cases/case';
import type { Person } from '../core/model';
import type { AccessEntry } from '../core/records/access-entry';
import type { Outgoing, OutgoingKind } from './outbox-ports';

/** Who looked at what, and what was done with the record itself. */
export type AccessLog = {
  readonly add: (tenant: string, entries: readonly AccessEntry[]) => Promise<void>;
  /** What was done with these cases, newest first, at most `limit`. */
  readonly ofCases: (tenant: string, caseIds: readonly string[], limit: number) => Promise<readonly AccessEntry[]>;
  /** What one person did, newest first, at most `limit`. */
  readonly ofPerson: (tenant: string, personId: string, limit: number) => Promise<readonly AccessEntry[]>;
};

/** A case without its words, one version on, and what must go out to show it so. */
export type Wiping = { readonly wiped: Case; readonly outgoing: readonly Outgoing[] };

/** Moments in milliseconds since 1970 UTC: what ended before them is no longer kept. */
export type KeptSince = {
  readonly outbox: number;
  readonly accessLog: number;
  /** Keys of messages that were seen, and what was to be waited for: of all councils. */
  readonly passing: number;
};

/** That something was sent, or is to be: never the words. `settled` is in milliseconds since 1970 UTC. */
export type MessageTrace = {
  readonly id: string;
  readonly kind: OutgoingKind;
  readonly caseId?: string;
  readonly state: string;
  readonly settled?: number;
};

/** What the council keeps, looked through as a whole and removed. */
export type RecordStore = {
  /** A council's cases in the order of their references, those behind `after` ("" to begin), at most `limit`. */
  readonly page: (tenant: string, after: string, limit: number) => Promise<readonly Case[]>;
  /** Closed or withdrawn before a moment, not held, their words not yet removed; longest ago first, at most `limit`. */
  readonly ended: (tenant: string, before: number, limit: number) => Promise<readonly Case[]>;
  /**
   * Removes the words of cases, with their messages, and tells which were wiped: not those that were changed, opened again or put
   * on hold meanwhile. `by` is who wanted it, for the access log; time itself needs no line there.
   */
  readonly wipe: (wipings: readonly Wiping[], at: number, by?: Person) => Promise<readonly Case[]>;
  /** Removes messages that went out, old lines of the access log and what is only passing, at most `limit` of each; how many in all. */
  readonly clear: (tenant: string, since: KeptSince, limit: number) => Promise<number>;
  /** How much `clear` would remove without a limit. */
  readonly clearable: (tenant: string, since: KeptSince) => Promise<number>;
  /** Messages to a person, those that went out long ago no longer, in the order in which they were stored. */
  readonly messagesTo: (tenant: string, personId: string) => Promise<readonly MessageTrace[]>;
  /** Removes what a person chose, and when they were last written to. */
  readonly forgetPerson: (tenant: string, personId: string) => Promise<void>;
};
