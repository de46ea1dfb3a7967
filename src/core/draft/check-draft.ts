import type { DraftCheck, DraftRule, Finding } from '../model';
import { type Phrase, readPhraseNaming } from '../phrases';
import type { DraftLocal } from './draft-local';
import { ENTITY_NAMES } from './entities';
import { findInSentence, type PhraseGroup, type ReadDraft, readDraft } from './read-draft';
import { findSignal, readSignal, type Signal, type Stretch } from './signals';
import { speaksOfUnseen } from './speaks-of-unseen';

type ReadRule = {
  readonly rule: DraftRule;
  readonly stop: readonly Signal[];
  readonly think: readonly Signal[];
  readonly idioms: readonly Phrase[];
  readonly unless: readonly Signal[];
  readonly unlessAnywhere: readonly Signal[];
};

/**
 * Makes the check of draft posts: rules as the clerk's file states them, and what is public here -> a draft -> what needs a second thought.
 * Offsets are UTF-16 and cover whole words. A clean check means only that no rule spoke up. Throws a sentence when a phrase cannot be read.
 */
export function createDraftCheck(rules: readonly DraftRule[], local: DraftLocal): (draft: string) => DraftCheck {
  const groups = readGroups(rules[0]?.groups ?? {});
  const names = new Set([...ENTITY_NAMES, ...groups.map((group) => group.name)]);
  const read = rules.map((rule) => readRule(rule, names));
  const disguised = [...new Set(rules.flatMap((rule) => rule.disguised))];
  return (text) => {
    const draft = readDraft(text, { groups, disguised, local });
    const findings = read
      .map((rule) => checkRule(rule, draft))
      .filter((finding) => finding !== undefined)
      .sort((a, b) => weight(b) - weight(a) || a.start - b.start || a.end - b.end);
    return { severity: findings[0]?.severity ?? 'ok', findings, unseen: speaksOfUnseen(draft) };
  };
}

function readGroups(groups: DraftRule['groups']): readonly PhraseGroup[] {
  const names = new Set(ENTITY_NAMES);
  return Object.entries(groups).map(([name, written]) => {
    const phrases = written.map((phrase) => readPhraseNaming(phrase, names));
    names.add(name);
    return { name, phrases };
  });
}

function readRule(rule: DraftRule, names: ReadonlySet<string>): ReadRule {
  const signals = (written: readonly string[]) => written.map((signal) => readSignal(signal, names));
  return {
    rule,
    stop: signals(rule.stop),
    think: signals(rule.think),
    idioms: rule.idioms.map((phrase) => readPhraseNaming(phrase, names)),
    unless: signals(rule.unless),
    unlessAnywhere: signals(rule.unlessAnywhere),
  };
}

function checkRule({ rule, stop, think, idioms, unless, unlessAnywhere }: ReadRule, draft: ReadDraft) {
  const idle = tokensOf(idioms.flatMap((phrase) => findInSentence(phrase, draft)));
  if (unlessAnywhere.some((signal) => findSignal(signal, draft, idle).length > 0)) return undefined;
  const clear = new Set(
    unless.flatMap((signal) => findSignal(signal, draft, idle).map((stretch) => draft.sentence[stretch.first])),
  );
  const widest = (signals: readonly Signal[]) =>
    signals
      .flatMap((signal) => findSignal(signal, draft, idle))
      .filter((stretch) => !clear.has(draft.sentence[stretch.first]))
      .map((stretch) => offsetsOf(stretch, draft))
      .reduce<Offsets | undefined>((best, next) => (best && length(best) >= length(next) ? best : next), undefined);
  const grave = widest(stop);
  const found = grave ?? widest(think);
  return found && finding(rule, grave ? 'stop' : 'think', found);
}

type Offsets = { readonly start: number; readonly end: number };

function tokensOf(stretches: readonly Stretch[]): ReadonlySet<number> {
  const tokens = new Set<number>();
  for (const { first, last } of stretches) for (let at = first; at <= last; at++) tokens.add(at);
  return tokens;
}

function offsetsOf({ first, last }: Stretch, { folded, tokens }: ReadDraft): Offsets {
  return {
    start: folded.starts[tokens[first]?.start ?? 0] ?? 0,
    end: folded.ends[(tokens[last]?.end ?? 1) - 1] ?? 0,
  };
}

function length({ start, end }: Offsets): number {
  return end - start;
}

function finding(rule: DraftRule, severity: Finding['severity'], { start, end }: Offsets): Finding {
  return { rule: rule.id, severity, start, end, why: rule.why, passages: rule.cites, gap: rule.gap };
}

function weight({ severity }: Finding): number {
  return severity === 'stop' ? 1 : 0;
}
