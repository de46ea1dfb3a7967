import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { readCouncil } from '../../../src/config';
import { createDraftCheck } from '../../../src/core/draft/check-draft';
import { createDraftReading } from '../../../src/core/draft/draft-reading';
import { readDraftSignals } from '../../../src/core/draft/draft-signals';
import { lexiconOf, NO_LEXICON } from '../../../src/core/match/lexicon';
import { atOnce } from '../../../src/core/steps';
import { loadKnowledge } from '../../../src/load-knowledge';

const council = readCouncil('.', {});
const { rules: shipped, trained } = loadKnowledge('knowledge', council);

/** The rules that ship, as the file holds them. */
export const ruleFile: unknown = load(readFileSync(join('knowledge', 'draft-rules.yaml'), 'utf8'));
export const rules = shipped;
const check = createDraftCheck({
  rules,
  read: createDraftReading(readDraftSignals(rules), council),
  lexicon: trained ? lexiconOf(trained.lexicon) : NO_LEXICON,
  ...(trained && { weights: trained.draftCheck }),
});
export const checkDraft = (draft: string) => atOnce(check(draft));

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

/** Drafts of the labelled sets, by authors who had seen neither rules nor examples. */
export const labelledDrafts: readonly string[] = readdirSync('tests/eval')
  .filter((name) => name.startsWith('drafts-'))
  .flatMap((name) => readFileSync(join('tests/eval', name), 'utf8').trim().split('\n'))
  .map((line): string => JSON.parse(line).draft);
