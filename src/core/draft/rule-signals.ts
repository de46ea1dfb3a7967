import { type Phrase, readPhraseNaming } from '../phrases';
import type { DraftRule } from './draft';
import { findInSentence, type ReadDraft } from './read-draft';
import { findSignal, readSignal, type Signal, type Stretch } from './signals';

/** The kinds of signals that are looked for; words of idioms only take part in none of them. */
export const SIGNAL_KINDS = [
  'stop',
  'think',
  'unless',
  'unlessAnywhere',
  'alwaysStop',
  'alwaysThink',
  'never',
] as const;
type SignalKind = (typeof SIGNAL_KINDS)[number];
type ByKind<Item> = { readonly [Kind in SignalKind]: readonly Item[] };

/** Kinds that decide by themselves, so that idioms do not hold them back. */
const DECIDING: ReadonlySet<SignalKind> = new Set(['alwaysStop', 'alwaysThink', 'never']);

/** The signals of a rule, read once. */
export type RuleSignals = ByKind<Signal> & { readonly idioms: readonly Phrase[] };

/** Where the signals of a rule stand in a draft. */
export type FoundSignals = ByKind<Stretch>;

/** Reads the signals of a rule; `names` are what they may call by <name>. Throws a sentence when one cannot be read. */
export function readRuleSignals(rule: DraftRule, names: ReadonlySet<string>): RuleSignals {
  return {
    ...byKind((kind) => rule[kind].map((signal) => readSignal(signal, names))),
    idioms: rule.idioms.map((phrase) => readPhraseNaming(phrase, names)),
  };
}

/** Looks for every signal of a rule. Words of its idioms count for none of them but those that decide by themselves. */
export function findSignals(signals: RuleSignals, draft: ReadDraft): FoundSignals {
  const idle = new Set<number>();
  for (const { first, last } of signals.idioms.flatMap((phrase) => findInSentence(phrase, draft)))
    for (let at = first; at <= last; at++) idle.add(at);
  const none = new Set<number>();
  return byKind((kind) =>
    signals[kind].flatMap((signal) => findSignal(signal, draft, DECIDING.has(kind) ? none : idle)),
  );
}

function byKind<Item>(make: (kind: SignalKind) => readonly Item[]): ByKind<Item> {
  return {
    stop: make('stop'),
    think: make('think'),
    unless: make('unless'),
    unlessAnywhere: make('unlessAnywhere'),
    alwaysStop: make('alwaysStop'),
    alwaysThink: make('alwaysThink'),
    never: make('never'),
  };
}
