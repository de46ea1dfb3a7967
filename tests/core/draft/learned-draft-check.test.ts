import { createDraftCheck } from '../../../src/core/draft/check-draft';
import type { LabelledDraft } from '../../../src/core/draft/draft';
import { NOWHERE } from '../../../src/core/draft/draft-local';
import { createDraftReading } from '../../../src/core/draft/draft-reading';
import { readDraftSignals } from '../../../src/core/draft/draft-signals';
import { readDraftRules } from '../../../src/core/draft/read-draft-rules';
import { trainDraftCheck } from '../../../src/core/draft/train-draft-check';
import { NO_LEXICON } from '../../../src/core/match/lexicon';
import { atOnce } from '../../../src/core/steps';

const base = { name: 'A', why: 'Because.', cites: ['p.1'] };
const rules = readDraftRules({
  groups: { consent: ['everyone|all agreed'] },
  rules: [
    {
      ...base,
      id: 'photo',
      think: ['photo|picture NEAR child|children|bairns'],
      unless: ['<consent>'],
      always_stop: ['class list'],
      never: ['school page'],
    },
    { ...base, id: 'abuse', stop: ['fool'] },
    {
      ...base,
      id: 'untaught',
      stop: ['secret'],
      unless: ['no secret'],
      always_think: ['hush'],
      never: ['hush puppies'],
    },
  ],
});

const PLACES = ['at the gala', 'on the green', 'by the pond', 'at the fair', 'in the hall', 'by the church'];
const PICTURES = ['Photo of the children', 'Picture of the bairns', 'A picture of your children'];
const taught: readonly LabelledDraft[] = PLACES.flatMap((place) => [
  ...PICTURES.flatMap((words) => [
    marked(`${words} ${place}.`, { rule: 'photo', severity: 'think', words }),
    marked(`${words} ${place}. Everyone agreed.`),
  ]),
  marked(`Photo of the new bench ${place}.`),
  marked(`What a fool he was ${place}.`, { rule: 'abuse', severity: 'stop', words: 'fool' }),
  marked(`I met a fool ${place} and said so.`, { rule: 'abuse', severity: 'stop', words: 'fool' }),
  marked(`Tea and cake ${place} on Sunday.`),
  marked(`The bins are emptied ${place} on Monday.`),
  marked(`Thank you to all who helped ${place}.`),
]);

function marked(
  draft: string,
  mark?: { readonly rule: string; readonly severity: 'think' | 'stop'; readonly words: string },
): LabelledDraft {
  if (!mark) return { draft, marks: [] };
  const start = draft.indexOf(mark.words);
  return { draft, marks: [{ rule: mark.rule, severity: mark.severity, start, end: start + mark.words.length }] };
}

const weights = trainDraftCheck(taught, { rules, lexicon: NO_LEXICON });
const stepsOf = createDraftCheck({
  rules,
  read: createDraftReading(readDraftSignals(rules), NOWHERE),
  lexicon: NO_LEXICON,
  weights,
});
const check = (draft: string) => atOnce(stepsOf(draft));

describe('a check that has learned from labelled drafts', () => {
  it('finds what the examples show in words that it has not seen together', () => {
    expect(check('Picture of the children in the market.')).toMatchObject({ severity: 'think' });
    expect(check('Somebody was a fool in the market.')).toMatchObject({ severity: 'stop' });
    expect(check('Photo of the new seat by the market.')).toMatchObject({ severity: 'ok' });
  });

  it('takes what clears a rule from another sentence', () => {
    expect(check('Picture of the children in the market. Everyone agreed.')).toMatchObject({ severity: 'ok' });
  });

  it('marks the words that speak for the rule, whole and in one sentence', () => {
    const draft = 'Tea and cake on Sunday. Somebody was a fool by the market. The bins are emptied on Monday.';
    const [finding] = check(draft).findings;
    expect(finding).toMatchObject({ rule: 'abuse', severity: 'stop' });
    const words = draft.slice(finding?.start, finding?.end);
    expect(words).toMatch(/\bfool\b/u);
    expect(words).not.toContain('.');
  });

  it('finds words in a long draft as well as in a short one', () => {
    const news = 'The bins are emptied on Monday. Tea and cake in the hall on Sunday. Thank you to all who helped.';
    expect(check(`${news} ${news} What a fool he was in the hall. ${news}`)).toMatchObject({ severity: 'stop' });
    expect(check(`${news} ${news} ${news}`)).toMatchObject({ severity: 'ok' });
  });

  it('tells what a draft comes near to where it finds nothing', () => {
    const drafts = PLACES.flatMap((place) => [`Photo ${place}.`, `Children ${place}.`, `New bench ${place}.`]);
    const checks = drafts.map((draft) => check(draft));
    for (const { findings, near } of checks) expect(near === undefined || findings.length === 0).toBe(true);
    expect(checks.some(({ near }) => near === 'photo')).toBe(true);
  });

  it('lets phrases decide by themselves', () => {
    const { findings } = check('The class list is up.');
    expect(findings.find(({ rule }) => rule === 'photo')).toMatchObject({ severity: 'stop', start: 4, end: 14 });
    expect(check('Photo of the children on the school page.')).toMatchObject({ severity: 'ok' });
  });

  it('goes by the signals alone where a rule has no examples', () => {
    expect(weights.rules).toEqual(['photo', 'abuse']);
    const untaught = (draft: string) => check(draft).findings.find(({ rule }) => rule === 'untaught')?.severity;
    expect(untaught('A secret.')).toBe('stop');
    expect(untaught('No secret here.')).toBeUndefined();
    expect(untaught('Hush.')).toBe('think');
    expect(untaught('Hush puppies.')).toBeUndefined();
  });
});

it('the same drafts give the same weights', () => {
  expect(trainDraftCheck(taught, { rules, lexicon: NO_LEXICON })).toEqual(weights);
});
