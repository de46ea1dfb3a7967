import { readPhraseNaming } from '../phrases';
import type { DraftRule } from './draft';
import { ENTITY_NAMES } from './entities';
import type { PhraseGroup } from './read-draft';
import { type RuleSignals, readRuleSignals } from './rule-signals';

/** The signals of every rule, by the rule's number, and what drafts are read with for them. Nothing of a place is in it, so councils can share it. */
export type DraftSignals = {
  readonly groups: readonly PhraseGroup[];
  readonly disguised: readonly string[];
  readonly ofRules: readonly RuleSignals[];
};

/** Reads the signals of the rules and the clerk's groups. Throws a sentence when a phrase cannot be read. */
export function readDraftSignals(rules: readonly DraftRule[]): DraftSignals {
  const groups = readGroups(rules[0]?.groups ?? {});
  const names = new Set([...ENTITY_NAMES, ...groups.map(({ name }) => name)]);
  return {
    groups,
    disguised: [...new Set(rules.flatMap((rule) => rule.disguised))],
    ofRules: rules.map((rule) => readRuleSignals(rule, names)),
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
