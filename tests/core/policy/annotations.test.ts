import fc from 'fast-check';
import { blockSentences } from '../../../src/core/policy/block-sentences';
import { createPlacer, type Place } from '../../../src/core/policy/create-placer';
import { cutPassages } from '../../../src/core/policy/cut-passages';
import { findUncovered } from '../../../src/core/policy/find-uncovered';
import { readDocument } from '../../../src/core/policy/read-document';

const policy = readDocument(
  [
    'Policy of Little Sutton',
    'This is who it is for.',
    'Posting',
    'Think first. Don’t post in anger. Think again.',
    'You must:',
    '· be polite',
    '· keep papers “private” – always',
    'Think about photos. Think about names.',
    'Photos',
    'Think first. Ask everybody in them.',
  ].join('\n'),
);

function place(heading: string, begins: string): Place {
  const found = createPlacer(policy)({ heading, begins });
  if (found.kind === 'problem') throw new Error(found.sentence);
  return found;
}

function cuts(...annotations: readonly (readonly [string, string])[]) {
  return cutPassages(
    policy,
    annotations.map(([heading, begins]) => place(heading, begins)),
  );
}

describe('where a passage begins', () => {
  it.each([
    ['a paragraph', 'Posting', 'Think first', 4, 'Think first.'],
    ['a sentence inside a paragraph', 'Posting', 'Think again.', 4, 'Think again.'],
    ['a straight apostrophe for a curly one', 'Posting', "Don't post", 4, 'Don’t post in anger.'],
    ['a bullet with its mark', 'Posting', '· be polite', 6, '· be polite'],
    ['a bullet without its mark', 'Posting', 'be polite', 6, '· be polite'],
    [
      'other quotes, dashes and spaces',
      'Posting',
      'keep  papers "private" - always',
      7,
      '· keep papers “private” – always',
    ],
    ['text below the title', 'Policy of Little Sutton', 'This is who', 2, 'This is who it is for.'],
    ['a heading in other capitals', 'PHOTOS', 'Think first', 10, 'Think first.'],
  ])('is found by %s', (_, heading, begins, line, text) => {
    const { unit } = place(heading, begins);
    expect(unit.line).toBe(line);
    expect(policy.source.slice(unit.start, unit.end)).toBe(text);
  });

  it.each([
    [
      'the heading is unknown',
      { heading: 'Posting photos', begins: 'Think' },
      'The policy has no heading "Posting photos". Did you mean "Posting"? Copy it from the policy.',
    ],
    [
      'the heading is like no other',
      { heading: 'Weather', begins: 'Think' },
      'The policy has no heading "Weather". Copy it from the policy.',
    ],
    [
      'no sentence begins so',
      { heading: 'Photos', begins: 'Think again' },
      'Nothing under "Photos" begins with "Think again". Copy the first words of a paragraph, a sentence or a bullet from the policy.',
    ],
    [
      'the last word is cut off',
      { heading: 'Photos', begins: 'Ask every' },
      'Nothing under "Photos" begins with "Ask every". Copy the first words of a paragraph, a sentence or a bullet from the policy.',
    ],
    [
      'two places begin so',
      { heading: 'Posting', begins: 'Think about' },
      '"Think about" begins more than one place under "Posting": lines 8 and 8. Write more of the first words.',
    ],
  ])('is refused when %s', (_, annotation, sentence) => {
    expect(createPlacer(policy)(annotation)).toMatchObject({ kind: 'problem', sentence });
  });
});

describe('where a passage ends', () => {
  it('is the end of the block', () => {
    expect(cuts(['Posting', 'Think first'])[0]).toEqual({
      headings: ['Policy of Little Sutton', 'Posting'],
      text: 'Think first. Don’t post in anger. Think again.',
      span: { start: 55, end: 101, line: 4 },
    });
  });

  it('is the beginning of the next passage in the same block, without the space between', () => {
    expect(cuts(['Posting', 'Think again'], ['Posting', 'Think first']).map(({ text }) => text)).toEqual([
      'Think again.',
      'Think first. Don’t post in anger.',
    ]);
  });

  it('is after the last bullet when the lead-in begins it', () => {
    expect(cuts(['Posting', 'You must'])[0]?.text).toBe('You must:\n· be polite\n· keep papers “private” – always');
  });

  it('gives a single bullet its lead-in', () => {
    expect(cuts(['Posting', 'be polite'], ['Posting', 'keep papers'])).toMatchObject([
      { text: '· be polite', leadIn: 'You must:' },
      { text: '· keep papers “private” – always', leadIn: 'You must:' },
    ]);
  });
});

describe('what no passage holds', () => {
  it('is told by its lines', () => {
    expect(findUncovered(policy, cuts(['Posting', 'Don’t post'], ['Photos', 'Think first']))).toEqual([
      { first: 2, last: 2 },
      { first: 4, last: 8 },
    ]);
  });

  it('does not count a lead-in that its bullets carry along', () => {
    const missing = findUncovered(policy, cuts(['Posting', 'be polite'], ['Posting', 'keep papers']));
    expect(missing).toEqual([
      { first: 2, last: 2 },
      { first: 4, last: 4 },
      { first: 8, last: 8 },
      { first: 10, last: 10 },
    ]);
  });

  it('counts a lead-in when only sentences before it are held', () => {
    const document = readDocument('Rules\nBe calm. You must:\n- be polite\n- be brief');
    const found = createPlacer(document)({ heading: 'Rules', begins: 'Be calm' });
    const next = createPlacer(document)({ heading: 'Rules', begins: 'You must' });
    if (found.kind === 'problem' || next.kind === 'problem') throw new Error('the annotations fit');
    const [calm] = cutPassages(document, [found, next]);
    expect(findUncovered(document, calm ? [calm] : [])).toEqual([{ first: 2, last: 4 }]);
  });

  it('does not count a duplicate', () => {
    const document = readDocument(
      'Rules\nIf you are unsure about posting something, stop and ask the clerk first, before anything else.\nIf you are unsure about posting something, stop and ask the clerk first.',
    );
    const found = createPlacer(document)({
      heading: 'Rules',
      begins: 'If you are unsure about posting something, stop and ask the clerk first, before',
    });
    if (found.kind === 'problem') throw new Error(found.sentence);
    expect(findUncovered(document, cutPassages(document, [found]))).toEqual([]);
    expect(document.duplicates).toEqual([{ line: 3, of: 2 }]);
  });
});

describe('whichever sentences are chosen', () => {
  it('passages are the source at their spans, in order, and do not overlap', () => {
    const places = policy.blocks.flatMap((block) =>
      blockSentences(policy.source, block).map((unit): Place => ({ kind: 'found', block, unit })),
    );
    fc.assert(
      fc.property(fc.subarray(places), (chosen) => {
        let end = 0;
        for (const { text, span } of cutPassages(policy, chosen)) {
          expect(text).toBe(policy.source.slice(span.start, span.end));
          expect(text).toBe(text.trim());
          expect(span.start).toBeGreaterThanOrEqual(end);
          end = span.end;
        }
      }),
    );
  });
});
