import fc from 'fast-check';
import { blockSentences } from '../../../src/core/policy/block-sentences';
import { readDocument } from '../../../src/core/policy/read-document';
import { readLines } from '../../../src/core/policy/read-lines';

const word = fc.constantFrom(
  'councillors',
  'post',
  'Share',
  'the',
  'police',
  'Cllr.',
  'e.g.',
  'YOU',
  'naïve',
  '‘troll’',
);
const phrase = fc.array(word, { minLength: 1, maxLength: 18 }).map((words) => words.join(' '));
const line = fc
  .tuple(
    fc.constantFrom(
      '',
      '',
      '',
      '  ',
      '\t',
      '· ',
      '- ',
      '* ',
      '– ',
      '# ',
      '## ',
      '1. ',
      '1.1 ',
      '2) ',
      '(a) ',
      '\u00a0',
    ),
    phrase,
    fc.constantFrom('', '', '.', ':', '?', ' –', '!’', ' '),
  )
  .map((parts) => parts.join(''));
const lines = fc.array(fc.oneof({ arbitrary: line, weight: 5 }, fc.constantFrom('', ' ', '---', '===')), {
  maxLength: 40,
});
/** Documents that look like policies, and texts that do not. */
const source = fc.oneof(
  fc.tuple(lines, fc.constantFrom('\n', '\r\n', '\r')).map(([each, ending]) => each.join(ending)),
  fc.string({ unit: 'binary', maxLength: 400 }),
);

describe('whatever text is read', () => {
  it('blocks stand in order and do not overlap, and so do the sentences in them', () => {
    fc.assert(
      fc.property(source, (text) => {
        const { blocks } = readDocument(text);
        const spans = blocks.flatMap((block) => blockSentences(text, block));
        let end = 0;
        for (const span of spans) {
          expect(span.start).toBeGreaterThanOrEqual(end);
          expect(span.end).toBeGreaterThan(span.start);
          end = span.end;
        }
      }),
      { numRuns: 400 },
    );
  });

  it('every line with words is heading, contents list or part of exactly one block', () => {
    fc.assert(
      fc.property(source, (text) => {
        const { blocks, headings, contents } = readDocument(text);
        for (const { blank, number, start, end } of readLines(text)) {
          if (blank) continue;
          const places =
            headings.filter((heading) => heading.line === number).length +
            (contents && number >= contents.firstLine && number <= contents.lastLine ? 1 : 0) +
            blocks.filter((block) => block.start <= start && block.end >= end).length;
          expect(places).toBe(1);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('sentences lose no letter and no digit, and their line is the line they begin on', () => {
    fc.assert(
      fc.property(source, (text) => {
        const starts = readLines(text);
        for (const block of readDocument(text).blocks) {
          const sentences = blockSentences(text, block);
          const kept = sentences.map(({ start, end }) => text.slice(start, end)).join('');
          expect(lettersOf(kept)).toBe(lettersOf(text.slice(block.start, block.end)));
          for (const sentence of sentences) {
            const on = starts[sentence.line - 1];
            expect(on && sentence.start >= on.start && sentence.start < on.end).toBe(true);
          }
        }
      }),
      { numRuns: 400 },
    );
  });

  it('headings stand in order, each path begins with the title and ends with the heading', () => {
    fc.assert(
      fc.property(source, (text) => {
        const { headings, title } = readDocument(text);
        let line = 0;
        for (const heading of headings) {
          expect(heading.line).toBeGreaterThan(line);
          expect(heading.path[0]).toBe(title);
          expect(heading.path.at(-1)).toBe(heading.text);
          line = heading.line;
        }
      }),
      { numRuns: 400 },
    );
  });
});

/** How many times longer ten times the lines may take. Linear work gives 10, quadratic work 100. */
const MOST_GROWTH = 40;

describe('a document of ten times the length', () => {
  it.each<[string, (line: number) => string]>([
    ['of sentences', (n) => `Councillor ${n % 977} may post about matter ${n}. It was agreed on day ${n % 31}.`],
    ['of the same sentence', () => 'If you are unsure about posting something, stop and ask for advice first.'],
    ['of short lines', (n) => `Heading ${n % 613}`],
    ['of bullets', (n) => `· never share paper ${n}`],
    ['of wrapped lines', (n) => `and so the text goes on and on without a stop for ${n} lines`],
    ['of headings without words', (n) => `## Section ${n % 401}`],
    ['of dots', () => '.'.repeat(80)],
  ])('takes about ten times as long: %s', (_, lineOf) => {
    const [short, long] = [2_000, 20_000].map((count) => Array.from({ length: count }, (_, n) => lineOf(n)).join('\n'));
    const quick = Math.max(quickest(short ?? ''), 0.5);
    expect(quickest(long ?? '') / quick).toBeLessThan(MOST_GROWTH);
  });
});

/** Milliseconds of the quickest of two readings, so that a busy machine does not decide. */
function quickest(text: string): number {
  return Math.min(
    ...Array.from({ length: 2 }, () => {
      const before = performance.now();
      readDocument(text);
      return performance.now() - before;
    }),
  );
}

function lettersOf(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, '');
}
