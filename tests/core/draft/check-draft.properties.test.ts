import fc from 'fast-check';
import { checkDraft, examples, labelledDrafts, stopDrafts } from './council-draft-check';

const RANK = { ok: 0, think: 1, stop: 2 };
const CLEAN = [
  'The meeting is on Tuesday.',
  'Bring a pencil and a flask.',
  'It rained in the night but the sun is out now.',
  'Tea and cake in the chapel afterwards.',
];
const drafts = fc.oneof(
  fc.constantFrom(...examples.map((example) => example.draft)),
  fc
    .array(fc.constantFrom(...examples.map((example) => example.draft)), { maxLength: 3 })
    .map((parts) => parts.join(' ')),
  fc.string({ unit: 'binary', maxLength: 200 }),
);
const inWord = /[\p{L}\p{N}]/u;

it('findings lie in the draft, cover whole words, and come the most serious first', () => {
  fc.assert(
    fc.property(drafts, (draft) => {
      const { severity, findings } = checkDraft(draft);
      expect(severity).toBe(findings[0]?.severity ?? 'ok');
      expect(new Set(findings.map(({ rule }) => rule)).size).toBe(findings.length);
      findings.forEach(({ start, end, severity: own }, at) => {
        expect(start).toBeGreaterThanOrEqual(0);
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(draft.length);
        expect(inWord.test(draft.charAt(start - 1)) && inWord.test(draft.charAt(start))).toBe(false);
        expect(inWord.test(draft.charAt(end - 1)) && inWord.test(draft.charAt(end))).toBe(false);
        const next = findings[at + 1];
        if (next?.severity === own) expect(next.start).toBeGreaterThanOrEqual(start);
        if (next) expect(RANK[next.severity]).toBeLessThanOrEqual(RANK[own]);
      });
    }),
  );
});

it('the same draft gives the same check', () => {
  fc.assert(fc.property(drafts, (draft) => expect(checkDraft(draft)).toEqual(checkDraft(draft))));
});

it('a clean sentence added before or after never lowers the severity', () => {
  for (const sentence of CLEAN) expect(checkDraft(sentence).severity).toBe('ok');
  fc.assert(
    fc.property(fc.constantFrom(...examples), fc.constantFrom(...CLEAN), ({ draft }, sentence) => {
      const before = RANK[checkDraft(draft).severity];
      expect(RANK[checkDraft(`${sentence} ${draft}`).severity]).toBeGreaterThanOrEqual(before);
      expect(RANK[checkDraft(`${draft}. ${sentence}`).severity]).toBeGreaterThanOrEqual(before);
    }),
  );
});

it('a clean sentence added to any labelled draft never lowers the severity', () => {
  const flagged = labelledDrafts.filter((draft) => checkDraft(draft).severity !== 'ok');
  expect(flagged.length).toBeGreaterThan(500);
  const lowered = flagged.flatMap((draft) => {
    const before = RANK[checkDraft(draft).severity];
    return CLEAN.flatMap((sentence) => [`${sentence} ${draft}`, `${draft}. ${sentence}`]).filter(
      (longer) => RANK[checkDraft(longer).severity] < before,
    );
  });
  expect(lowered).toEqual([]);
});

const CHANGES: readonly (readonly [string, (draft: string) => string])[] = [
  ['capitals', (draft) => draft.toUpperCase()],
  ['small letters', (draft) => draft.toLowerCase()],
  ['curly quotes', (draft) => draft.replace(/'/gu, '’').replace(/"/gu, '“')],
  ['wide spaces', (draft) => draft.replace(/ /gu, '  ')],
  ['hard spaces', (draft) => draft.replace(/ /gu, '\u00a0')],
  ['new lines', (draft) => draft.replace(/ /gu, '\n')],
  ['an emoji after each word', (draft) => draft.replace(/ /gu, ' 😡 ')],
  ['an emoji at both ends', (draft) => `😡${draft}🙃`],
];

describe.each(CHANGES)('%s do not remove a stop', (_name, change) => {
  it.each(stopDrafts)('%s', (draft) => {
    expect(checkDraft(change(draft)).severity).toBe('stop');
  });
});

it.each(CHANGES)('%s do not remove a stop from any labelled draft', (_name, change) => {
  const stops = labelledDrafts.filter((draft) => checkDraft(draft).severity === 'stop');
  expect(stops.length).toBeGreaterThan(250);
  expect(stops.filter((draft) => checkDraft(change(draft)).severity !== 'stop')).toEqual([]);
});

describe('ten times the length takes at most twenty times as long', () => {
  it.each([
    ['words of signals', 'my phone password photo of the kids vote for me '],
    ['masked letters', 'f*ck @$$ w@nk '],
    ['spaced letters', 'w a n k '],
    ['one endless word', 'a'],
    ['masks only', '@*$#'],
    ['digits', '07700 '],
    ['dots and slashes', 'a.b/'],
    ['capitals', 'YOU LIE '],
    ['open sentences', 'key under '],
    ['invisible signs', 'a\u200b\u0301'],
  ])('%s', (_name, piece) => {
    const text = (length: number) => piece.repeat(Math.ceil(length / piece.length)).slice(0, length);
    const grows = () => duration(text(20_000)) <= 20 * duration(text(2_000));
    expect(grows() || grows() || grows()).toBe(true);
  });
});

/** Milliseconds, the best of three. */
function duration(draft: string): number {
  const times = [1, 2, 3].map(() => {
    const start = performance.now();
    checkDraft(draft);
    return performance.now() - start;
  });
  return Math.min(...times);
}
