import { type Phrase, readPhraseNaming } from '../phrases';
import { findInSentence, type ReadDraft } from './read-draft';

/**
 * A signal of a rule, in the form in which the clerk's file writes it:
 *
 *     under the mat                     a phrase
 *     <phone> NEAR my|me                both in one sentence, in any order
 *     <phone> AND <address>             both anywhere in the draft, in any order
 */
export type Signal = { readonly scope: 'sentence' | 'draft'; readonly parts: readonly Phrase[] };

/** Where something was found: numbers of the first and the last token. */
export type Stretch = { readonly first: number; readonly last: number };

/** Reads a signal. Throws a sentence when a part cannot be read or NEAR and AND are mixed. */
export function readSignal(written: string, names: ReadonlySet<string>): Signal {
  const joins = written.match(/\s(?:NEAR|AND)\s/gu) ?? [];
  if (new Set(joins.map((join) => join.trim())).size > 1)
    throw new Error(`"${written}" mixes NEAR and AND. Use one of them, or write two lines.`);
  const parts = written.split(/\s(?:NEAR|AND)\s/u).map((part) => readPhraseNaming(part, names));
  return { scope: joins[0]?.trim() === 'AND' ? 'draft' : 'sentence', parts };
}

/** The places where a signal stands, without those that touch an `idle` token. */
export function findSignal(signal: Signal, draft: ReadDraft, idle: ReadonlySet<number>): readonly Stretch[] {
  const found: (readonly Stretch[])[] = [];
  for (const part of signal.parts) {
    const hits = findInSentence(part, draft).filter((hit) => !touches(hit, idle));
    if (hits.length === 0) return [];
    found.push(hits);
  }
  const [first = [], ...others] = found;
  if (others.length === 0 || signal.scope === 'draft') return first;
  const bySentence = others.map((hits) => firstOfSentence(hits, draft));
  return first.flatMap((hit) => {
    const near = bySentence.map((hits) => hits.get(draft.sentence[hit.first] ?? 0));
    return near.includes(undefined) ? [] : [span([hit, ...near.filter((other) => other !== undefined)])];
  });
}

function firstOfSentence(hits: readonly Stretch[], draft: ReadDraft): ReadonlyMap<number, Stretch> {
  return new Map(hits.toReversed().map((hit) => [draft.sentence[hit.first] ?? 0, hit]));
}

function touches({ first, last }: Stretch, idle: ReadonlySet<number>): boolean {
  for (let at = first; at <= last; at++) if (idle.has(at)) return true;
  return false;
}

function span(stretches: readonly Stretch[]): Stretch {
  return {
    first: Math.min(...stretches.map(({ first }) => first)),
    last: Math.max(...stretches.map(({ last }) => last)),
  };
}
