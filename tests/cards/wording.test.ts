import { NAMES, readTemplate } from './samples';
import { type Part, partsOf } from './walk';

const MOST_WORDS = 20;

const AVOID: readonly (readonly [string, RegExp])[] = [
  ['a contraction', /\b(?:\w+n['’]t|\w+['’](?:re|ll|ve|m|d)|(?:it|that|there|what|let|here|he|she|who)['’]s)\b/iu],
  ['Latin', /\b(?:e\.?g\.?|i\.?e\.?|etc|via|per|vs|versus|ad hoc|NB)\b/iu],
  ['an approval', /\bapproved?\b|you can post this|safe to post|no problems?\b|all clear/iu],
  ['blame', /\b(?:breach|violat\w+|flagged|offen[cs]\w+|illegal|forbidden)\b/iu],
  [
    'office language',
    /\b(?:utilis\w+|facilitat\w+|leverag\w+|regarding|prior to|in order to|commenc\w+|purdah|ticket|SLA|KB)\b/iu,
  ],
  ['computer language', /\b(?:submit|click|error|invalid|user|database|server|bot|AI)\b/iu],
  ['a picture sign', /\p{Extended_Pictographic}/u],
  ['Markdown', /\*\*|\]\(|^#|^\d+\. |`|^- /mu],
];

const own = NAMES.flatMap((name) => textsOf(readTemplate(name)).map((text) => [name, text] as const));

describe('our own words', () => {
  it('are found', () => expect(own.length).toBeGreaterThan(150));

  it('come in short sentences', () => {
    const long = own.flatMap(([name, text]) =>
      text
        .split(/(?<=[.?!:])\s/u)
        .filter((sentence) => sentence.split(/\s+/u).length > MOST_WORDS)
        .map((sentence) => `${name}: ${sentence}`),
    );
    expect(long).toEqual([]);
  });

  it.each(AVOID)('hold no trace of %s', (_, sign) => {
    expect(own.filter(([, text]) => sign.test(text))).toEqual([]);
  });

  it('put a colon between a case and its state', () => {
    const texts = NAMES.flatMap((name) => [JSON.stringify(readTemplate(name))]);
    const lines = texts.flatMap((text) => text.match(/\$\{reference\}.{0,2}\$\{state\w*\}/gu) ?? []);
    expect(lines.length).toBeGreaterThan(3);
    expect(lines.filter((line) => !line.includes('}: $'))).toEqual([]);
  });

  it.each([
    ['a contraction', 'You can’t post.'],
    ['a contraction', "That's all."],
    ['Latin', 'A name, e.g. yours.'],
    ['an approval', 'Your post is approved.'],
    ['a picture sign', 'Well done 🎉'],
  ])('would be caught with %s: %s', (name, text) => {
    expect(AVOID.find(([known]) => known === name)?.[1].test(text)).toBe(true);
  });
});

/** The fixed texts of a template, runs of a line joined; a place to fill counts as one word. */
function textsOf(template: object): readonly string[] {
  return partsOf(template)
    .filter((part) => part.type !== 'TextRun')
    .flatMap((part) => [
      part.fallbackText,
      part.speak,
      part.text,
      part.title,
      part.label,
      part.errorMessage,
      joined(part),
    ])
    .filter((text): text is string => typeof text === 'string' && text !== '')
    .map((text) => text.replace(/\$\{[^}]*\}/gu, 'Something'));
}

function joined(part: Part): string {
  return partsOf(part.inlines)
    .map((run) => run.text)
    .join('');
}
