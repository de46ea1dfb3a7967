import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { readCouncil } from '../../../src/config';
import { createDraftCheck } from '../../../src/core/draft/check-draft';
import { readDraftRules } from '../../../src/core/draft/read-draft-rules';

const knowledge = (name: string): unknown => parse(readFileSync(join('knowledge', name), 'utf8'));

/** The rules that ship, as the file holds them. */
export const ruleFile = knowledge('draft-rules.yaml');
export const rules = readDraftRules(ruleFile);
export const checkDraft = createDraftCheck(rules, readCouncil('.', {}));

type Example = { readonly id: string; readonly draft: string; readonly wanted: 'ok' | 'think' | 'stop' };

/** Every example of every rule: what the rule must say about the draft. */
export const examples: readonly Example[] = (
  ruleFile as {
    readonly rules: readonly {
      readonly id: string;
      readonly examples: {
        readonly flagged: readonly { readonly stop?: string; readonly think?: string }[];
        readonly clean: readonly string[];
      };
    }[];
  }
).rules.flatMap(({ id, examples: { flagged, clean } }) => [
  ...flagged.map(({ stop, think }) =>
    stop === undefined
      ? { id, draft: think ?? '', wanted: 'think' as const }
      : { id, draft: stop, wanted: 'stop' as const },
  ),
  ...clean.map((draft) => ({ id, draft, wanted: 'ok' as const })),
]);

export const stopDrafts = examples.filter((example) => example.wanted === 'stop').map((example) => example.draft);
