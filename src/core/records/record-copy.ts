import type { Case, CaseEvent } from '../cases/case';
import type { Person } from '../model';
import type { AccessEntry } from './access-entry';

/** That a person did something in a case that is not their own; what was said there belongs to the case. */
export type Deed = { readonly reference: string; readonly kind: CaseEvent['kind']; readonly at: number };

/** A version of a saved answer that a person made. What it says is everybody's, and stands in the list of saved answers. */
export type Saved = { readonly reference: string; readonly version: number; readonly at: number };

/** That a message was sent, or is to be; its words are those of the case. */
type Trace = { readonly id: string; readonly kind: string; readonly state: string; readonly settled?: number };

/** A copy of what is kept, for somebody who asked for it. Times are in milliseconds since 1970 UTC. */
export type RecordCopy = {
  readonly council: string;
  readonly made: number;
  readonly cases: readonly Case[];
  /** What was done with these records beside the steps of the cases, newest first. */
  readonly access: readonly AccessEntry[];
  /** Present when the copy is of everything about one person. */
  readonly person?: Person & {
    readonly settings: { readonly textOnly: boolean };
    readonly deeds: readonly Deed[];
    readonly saved: readonly Saved[];
    /** What they looked at themselves, newest first. */
    readonly looked: readonly AccessEntry[];
    readonly messages: readonly Trace[];
    /** They linked the clerk's channel, or are among those who may answer there. */
    readonly clerkChannel: { readonly linkedIt: boolean; readonly mayAnswer: boolean };
  };
};

/** Fields that hold a moment. */
const MOMENTS: ReadonlySet<string> = new Set(['made', 'at', 'due', 'wiped', 'posted', 'opened', 'settled']);

/** The copy as JSON that another program can read, with moments as "2026-11-24T10:05:00.000Z". */
export function copyAsJson(copy: RecordCopy): string {
  const inWords = (name: string, value: unknown) =>
    MOMENTS.has(name) && typeof value === 'number' ? new Date(value).toISOString() : value;
  return `${JSON.stringify(copy, inWords, 2)}\n`;
}
