import { type Features, hashOf, wordFeatures } from '../match/features';
import type { Lexicon } from '../match/lexicon';
import { readWords } from '../match/read-text';
import type { DraftRule } from './draft';
import type { DraftReading } from './draft-reading';
import { ENTITY_NAMES } from './entities';
import { sentenceStretches } from './read-draft';
import { SIGNAL_KINDS } from './rule-signals';

/** One sentence of a draft: its tokens, from `first` to before `end`, the features of its words, and the signs that stand in it. */
export type SentenceFeatures = {
  readonly first: number;
  readonly end: number;
  readonly words: Features;
  readonly signs: ReadonlySet<string>;
};

/** What the sentences of a draft show: their words, and signs, which are entities, groups, and signals of rules by kind. */
export function sentencesOf(
  draft: DraftReading,
  lexicon: Lexicon,
  rules: readonly string[],
): readonly SentenceFeatures[] {
  const signs = signsBySentence(draft, rules);
  return sentenceStretches(draft).map(({ first, last }) => {
    const words = draft.tokens.slice(first, last + 1).map(({ word }) => word);
    return {
      first,
      end: last + 1,
      words: wordFeatures(readWords(words, lexicon)),
      signs: signs.get(draft.sentence[first] ?? 0) ?? new Set(),
    };
  });
}

/** The feature of a sign. */
export function signFeature(sign: string): number {
  return hashOf(`sign ${sign}`);
}

/** Every sign that a draft can have. */
export function signNames(rules: readonly DraftRule[]): readonly string[] {
  const places = [...ENTITY_NAMES, ...Object.keys(rules[0]?.groups ?? {})];
  return [...places.map(placeSign), ...rules.flatMap(({ id }) => SIGNAL_KINDS.map((kind) => signalSign(id, kind)))];
}

/** The sign that an entity or a group stands there. */
export function placeSign(name: string): string {
  return `<${name}>`;
}

function signalSign(rule: string, kind: string): string {
  return `${rule} ${kind}`;
}

function signsBySentence(draft: DraftReading, rules: readonly string[]): ReadonlyMap<number, ReadonlySet<string>> {
  const signs = new Map<number, Set<string>>();
  const add = (token: number, sign: string) => {
    const sentence = draft.sentence[token] ?? 0;
    const there = signs.get(sentence) ?? new Set();
    signs.set(sentence, there.add(sign));
  };
  for (const [name, ends] of draft.places) for (const first of ends.keys()) add(first, placeSign(name));
  for (const [number, found] of draft.signals.entries())
    for (const [kind, stretches] of Object.entries(found))
      for (const { first } of stretches) add(first, signalSign(rules[number] ?? '', kind));
  return signs;
}
