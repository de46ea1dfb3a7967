import type { DraftRule } from '../model';
import { type Phrase, readPhraseNaming } from '../phrases';
import { findInSentence, type ReadDraft } from './read-draft';
import { findSignal, readSignal, type Signal, type Stretch } from './signals';

/** The signals of a rule, read once. */
export type RuleSignals = {
  readonly stop: readonly Signal[];
  readonly think: readonly Signal[];
  readonly idioms: readonly Phrase[];
  readonly unless: readonly Signal[];
  readonly unlessAnywhere: readonly Signal[];
  readonly alwaysStop: readonly Signal[];
  readonly alwaysThink: readonly Signal[];
  readonly never: readonly Signal[];
};

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

/** Where the signals of a rule stand in a draft. */
export type FoundSignals = { readonly [Kind in (typeof SIGNAL_KINDS)[number]]: readonly Stretch[] };

/** Reads the signals of a rule; `names` are what they may call by <name>. Throws a sentence when one cannot be read. */
export function readRuleSignals(rule: DraftRule, names: ReadonlySet<string>): RuleSignals {
  const signals = (written: readonly string[]) => written.map((signal) => readSignal(signal, names));
  return {
    stop: signals(rule.stop),
    think: signals(rule.think),
    idioms: rule.idioms.map((phrase) => readPhraseNaming(phrase, names)),
    unless: signals(rule.unless),
    unlessAnywhere: signals(rule.unlessAnywhere),
    alwaysStop: signals(rule.alwaysStop),
    alwaysThink: signals(rule.alwaysThink),
    never: signals(rule.never),
  };
}

/** Looks for every signal of a rule. Words of its idioms count for none of them but those that decide by themselves. */
export function findSignals(signals: RuleSignals, draft: ReadDraft): FoundSignals {
  const idle = new Set<number>();
  for (const { first, last } of signals.idioms.flatMap((phrase) => findInSentence(phrase, draft)))
    for (let at = first; at <= last; at++) idle.add(at);
  const find = (all: readonly Signal[], without = idle) => all.flatMap((signal) => findSignal(signal, draft, without));
  const none = new Set<number>();
  return {
    stop: find(signals.stop),
    think: find(signals.think),
    unless: find(signals.unless),
    unlessAnywhere: find(signals.unlessAnywhere),
    alwaysStop: find(signals.alwaysStop, none),
    alwaysThink: find(signals.alwaysThink, none),
    never: find(signals.never, none),
  };
}
