import type { DraftRule } from '../model';
import { readPhraseNaming } from '../phrases';
import type { DraftLocal } from './draft-local';
import { ENTITY_NAMES } from './entities';
import { type PhraseGroup, type ReadDraft, readDraft } from './read-draft';
import { type FoundSignals, findSignals, readRuleSignals } from './rule-signals';

/** A draft with the signals of each rule that stand in it, by the rule's number. */
export type DraftReading = ReadDraft & { readonly signals: readonly FoundSignals[] };

/** Reads drafts as the rules see them: words, entities, the clerk's groups, and the signals of every rule. Throws a sentence when a phrase cannot be read. */
export function createDraftReading(rules: readonly DraftRule[], local: DraftLocal): (draft: string) => DraftReading {
  const groups = readGroups(rules[0]?.groups ?? {});
  const names = new Set([...ENTITY_NAMES, ...groups.map(({ name }) => name)]);
  const signals = rules.map((rule) => readRuleSignals(rule, names));
  const disguised = [...new Set(rules.flatMap((rule) => rule.disguised))];
  return (text) => {
    const draft = readDraft(text, { groups, disguised, local });
    return { ...draft, signals: signals.map((one) => findSignals(one, draft)) };
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
