import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { readDraft } from '../../../src/core/conversation/draft-text';
import { passageWays, talkWays, uncoveredWays, urgentWays } from '../asking';
import { growsEvenly } from '../grows-evenly';

const drafts = readFileSync(join(__dirname, '../../eval/drafts-a.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => (JSON.parse(line) as { readonly draft: string }).draft.trim());

const LEADS = [
  'draft: ',
  'Draft - ',
  'draft >> ',
  '/draft: ',
  'check: ',
  'check this: ',
  'can I post this: ',
  'Can we share this? ',
  'can I post this?\n\n',
  'Is this alright?\n',
  'would this do? ',
  'how’s this: ',
  "How's this sound: ",
  'what do you think of this: ',
  'my reply: ',
  'caption: ',
  "here's one for you: ",
  'I want to post this on our page. ',
  'proposed text, as follows: ',
  'he has been on at me again, so can I reply with this: ',
];
/** Leads that could begin a question as well, so that a draft which is a question behind them may be taken for one. */
const LIKELY_LEADS = ['thinking of putting - ', 'I’m going to tweet: ', 'post for tonight - ', 'ok to send: '];

/** Ways of telling of danger; a threat in quotes stands there as a draft may, and not all that only sounds like danger is no draft. */
const quotingNobody = Object.fromEntries(
  Object.entries({ ...urgentWays, 'not-urgent': [] as readonly string[] }).map(([level, ways]) => [
    level,
    ways.filter((way) => !/["“«]/u.test(way)),
  ]),
);

describe('readDraft', () => {
  it.each([
    ['draft: Fete on Sunday', 'Fete on Sunday'],
    ['DRAFT:Fete on Sunday', 'Fete on Sunday'],
    ['can I post this? “Fete on Sunday, all welcome”', 'Fete on Sunday, all welcome'],
    ['can I post this? «Fete on Sunday, all welcome»', 'Fete on Sunday, all welcome'],
    ["can I post this? 'Fete on Sunday, don't miss it'", "Fete on Sunday, don't miss it"],
    ['can i put open quotes fete on sunday all welcome close quotes', 'fete on sunday all welcome'],
    ['"Fete on Sunday, all welcome" ok?', 'Fete on Sunday, all welcome'],
    ['is "Fete on Sunday, all welcome" ok to go on?', 'Fete on Sunday, all welcome'],
    ['I had in mind "Fete on Sunday, all welcome"', 'Fete on Sunday, all welcome'],
    ['check this -- Fete on Sunday', 'Fete on Sunday'],
    ['caption 👉 Fete on Sunday', 'Fete on Sunday'],
    ['draft\nFete on Sunday\n\nAll welcome', 'Fete on Sunday\n\nAll welcome'],
    ['can I post this: Fete at 7:30 on Sunday', 'Fete at 7:30 on Sunday'],
    ['can I post this: He said: "You are a thief" - and he is', 'He said: "You are a thief" - and he is'],
    ['someone said I am a thief, can I reply: You are a liar', 'You are a liar'],
  ])('finds the draft in "%s"', (text, draft) => {
    expect(readDraft(text)).toBe(draft);
  });

  it.each([
    ['nothing to check', 'can I post this?'],
    ['nothing to check behind the colon', 'can I post this: '],
    ['a single word behind the colon', 'draft: photos'],
    ['only a link', 'can I share this? https://example.org/page'],
    ['a question about posting', 'can I post photos of the fete?'],
    ['a question about what to say', 'what can I say: is "sorry" enough?'],
    ['an explanation behind a question', 'Can I share this? It is from the police.'],
    ['a second question', 'Is this ok? Do I need permission?'],
    ['a heading with a question', 'Sharing a story: do I verify it first?'],
    ['somebody else’s words in quotes', 'she wrote "you are all thieves and liars", what do I do'],
    ['nothing but somebody else’s words', 'she wrote "you are all thieves and liars, every one of you"'],
    ['somebody else’s words behind a colon', 'somebody posted this: you are all thieves and liars'],
    ['words of the policy in quotes', 'where does it say "think before you share"'],
    ['a smile', 'can I post this :) thank you so much'],
    ['a time of day', 'can I post 7:30 as the start time of it'],
    ['a web address', 'can I share https://example.org/some page'],
    ['nothing', ''],
    ['quotes around nothing', '""'],
  ])('finds no draft in a message with %s', (_, text) => {
    expect(readDraft(text)).toBeUndefined();
  });

  describe.each(LEADS)('behind "%s"', (lead) => {
    it('finds every labelled draft, whole', () => {
      expect(drafts.length).toBeGreaterThan(100);
      expect(drafts.filter((draft) => readDraft(lead + draft) !== withoutQuotes(draft))).toEqual([]);
    });
  });

  describe.each(LIKELY_LEADS)('behind "%s"', (lead) => {
    it('finds nearly every labelled draft, and never a part of one', () => {
      const read = drafts.map((draft) => ({ draft: withoutQuotes(draft), found: readDraft(lead + draft) }));
      expect(read.filter(({ draft, found }) => found !== undefined && found !== draft)).toEqual([]);
      expect(read.filter(({ found }) => found === undefined).length).toBeLessThanOrEqual(drafts.length * 0.05);
    });
  });

  it.each([
    ['can I post "', '"'],
    ['“', '” ok to post?'],
    ['is "', '" alright?'],
  ])('finds every labelled draft between %s and %s, whole', (before, behind) => {
    expect(drafts.filter((draft) => readDraft(before + draft + behind) !== draft)).toEqual([]);
  });

  it('keeps words behind closing quotes that may belong to the post', () => {
    const text = 'can I post "What a lovely day" although the clerk is a thief and everybody knows';
    expect(readDraft(text)).toContain('the clerk is a thief');
  });

  it('reads on from the first quotation to the last', () => {
    const text = 'can I post "What a lovely day" and "the clerk is a thief"';
    expect(readDraft(text)).toContain('the clerk is a thief');
  });

  it('does not cut a draft that follows its lead without a sign', () => {
    const text = 'can I post that Mrs Ellis at number 14 is a thief: everyone knows it';
    expect(readDraft(text) ?? text).toContain('thief');
  });

  it('recognises at least nine in ten of the ways in which people lead up to a draft', () => {
    const led = talkWays['draft-lead'] ?? [];
    const missed = led.filter((text) => readDraft(text) === undefined);
    expect(led.length).toBeGreaterThan(40);
    expect(missed.length).toBeLessThanOrEqual(led.length * 0.1);
  });

  it.each([
    ['questions about the policy and beyond it', [passageWays, uncoveredWays], 4_000],
    ['talk', [{ ...talkWays, 'draft-lead': [] }], 500],
    ['cries for help that quote nobody', [quotingNobody], 3_000],
  ])('takes at most 2 of 1,000 %s for drafts', (_, kinds, fewest) => {
    const asked = kinds.flatMap((ways) => Object.values(ways).flat());
    const taken = asked.filter((text) => readDraft(text) !== undefined);
    expect(asked.length).toBeGreaterThan(fewest);
    expect(taken.length).toBeLessThanOrEqual(asked.length * 0.002);
  });

  it.each([
    "Message received 21.40 on Friday: 'You had it coming and so has your brother.'",
    'Got this in my inbox: "nice little shop your mother has, shame if it burned"',
    'Note under the wiper: WE KNOW WHICH BUS SHE TAKES',
    'I had this through the door: "you will pay for that vote, all of you"',
    'Email from a resident this morning: "I shall be waiting for you after the meeting"',
  ])('takes no words that came to the councillor for a draft: %s', (text) => {
    expect(readDraft(text)).toBeUndefined();
  });

  it('gives a verbatim part of the message, or nothing', () => {
    const piece = fc.constantFrom(
      ...LEADS,
      'a',
      'thief ',
      ' "',
      '" ',
      '“',
      '”',
      "'",
      ': ',
      ' - ',
      '\n',
      '? ',
      '... ',
      '👉',
      ' ok?',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 15 }), (pieces) => {
        const text = pieces.join('');
        const draft = readDraft(text);
        if (draft === undefined) return;
        expect(text).toContain(draft);
        expect(draft).toBe(draft.trim());
        expect(draft).not.toBe('');
      }),
      { numRuns: 1_000 },
    );
  });

  it.each([
    'a ',
    ' ',
    '"a ',
    '“a ',
    " 'a ",
    ': ',
    '? ',
    ' - ',
    '\n',
    'open quotes a ',
    ' close quotes',
    'can i post this ',
    'he ',
  ])('reads ten times as many of %j in about ten times the time', (piece) => {
    for (const lead of ['', 'can I post this: ', 'can I post "'])
      expect(growsEvenly((size) => readDraft(lead + piece.repeat(size)), 1_000, 10_000)).toBe(true);
  });
});

function withoutQuotes(draft: string): string {
  return /^["“'‘]([\s\S]+)["”'’]$/u.exec(draft)?.[1] ?? draft;
}
