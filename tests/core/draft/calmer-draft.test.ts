import { createCalmer } from '../../../src/core/draft/calmer-draft';
import { createDraftCheck } from '../../../src/core/draft/check-draft';
import { NOWHERE } from '../../../src/core/draft/draft-local';
import { createDraftReading } from '../../../src/core/draft/draft-reading';
import { readDraftSignals } from '../../../src/core/draft/draft-signals';
import { readDraftRules } from '../../../src/core/draft/read-draft-rules';
import { NO_LEXICON } from '../../../src/core/match/lexicon';
import { atOnce } from '../../../src/core/steps';

const base = { name: 'A', why: 'Because.', cites: ['p.1'] };
const rules = readDraftRules({
  rules: [
    {
      ...base,
      id: 'abuse',
      think: ['clowns|bloody'],
      stop: ['hang'],
      instead: [
        { words: 'clowns', put: 'people' },
        { words: 'bloody', put: '' },
      ],
      leave_out: true,
    },
    { ...base, id: 'confidential', stop: ['secret'] },
  ],
});
const read = createDraftReading(readDraftSignals(rules), NOWHERE);
const check = createDraftCheck({ rules, read, lexicon: NO_LEXICON });
const calm = createCalmer(rules, read, check);
const calmer = (draft: string) => atOnce(calm(draft, atOnce(check(draft))));

describe('calmer words for a draft', () => {
  it('come from the words that the clerk agreed, and say what changed', () => {
    expect(calmer('The clowns who planned this road got it wrong.')).toEqual({
      text: 'The people who planned this road got it wrong.',
      changes: [{ words: 'clowns', put: 'people' }],
    });
  });

  it('take words out where nothing takes their place', () => {
    expect(calmer('I want the bloody road mended by Friday.')).toEqual({
      text: 'I want the road mended by Friday.',
      changes: [{ words: 'bloody', put: '' }],
    });
  });

  it('leave out the sentence where no other words are agreed', () => {
    expect(calmer('The road is shut again today. They should hang. I have asked for dates.')).toEqual({
      text: 'The road is shut again today. I have asked for dates.',
      changes: [{ words: 'They should hang.', put: '' }],
    });
  });

  it.each([
    ['there is nothing to calm', 'The road is shut again today.'],
    ['a rule has no calmer words', 'The clowns who planned this road know a secret of the council.'],
    ['too little would be left', 'They should hang. Goodbye.'],
  ])('are not offered where %s', (_, draft) => {
    expect(calmer(draft)).toBeUndefined();
  });
});
