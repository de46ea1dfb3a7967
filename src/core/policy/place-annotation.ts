import { normalise } from '../match/tokens';
import { blockSentences, type Unit } from './block-sentences';
import type { Block, PolicyDocument } from './document';
import { readMark } from './read-mark';
import { likeness, wordSet } from './word-overlap';

/** Where a clerk says that a passage begins: the heading it stands under and its first words. */
export type Annotation = { readonly heading: string; readonly begins: string };

export type Place = { readonly kind: 'found'; readonly block: Block; readonly unit: Unit };
/** Why there is no such place, in one or two sentences for the clerk, and which part of the annotation is wrong. */
export type Problem = { readonly kind: 'problem'; readonly part: keyof Annotation; readonly sentence: string };

/** Finds the sentence or bullet at which a passage begins. Kinds of quotes, dashes and spaces need not agree, nor need a bullet's mark be given. */
export function placeAnnotation(document: PolicyDocument, { heading, begins }: Annotation): Place | Problem {
  const wanted = fold(heading);
  if (![document.title, ...document.headings.map(({ text }) => text)].some((text) => fold(text) === wanted))
    return problem(
      'heading',
      `The policy has no heading "${heading}".${suggestion(document, heading)} Copy it from the policy.`,
    );
  const places = document.blocks
    .filter((block) => fold(block.heading?.text ?? document.title) === wanted)
    .flatMap((block) => blockSentences(document.source, block).map((unit) => ({ kind: 'found', block, unit }) as const))
    .filter(({ unit }) => beginsWith(document.source.slice(unit.start, unit.end), fold(begins)));
  const [first, second] = places;
  if (!first)
    return problem(
      'begins',
      `Nothing under "${heading}" begins with "${begins}". Copy the first words of a paragraph, a sentence or a bullet from the policy.`,
    );
  if (second)
    return problem(
      'begins',
      `"${begins}" begins more than one place under "${heading}": lines ${first.unit.line} and ${second.unit.line}. Write more of the first words.`,
    );
  return first;
}

function problem(part: keyof Annotation, sentence: string): Problem {
  return { kind: 'problem', part, sentence };
}

function suggestion(document: PolicyDocument, heading: string): string {
  const words = wordSet(heading);
  const [best] = document.headings
    .map(({ text }) => ({ text, score: likeness(words, wordSet(text)) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score);
  return best ? ` Did you mean "${best.text}"?` : '';
}

function beginsWith(text: string, wanted: string): boolean {
  const unmarked = text.slice(readMark(text)?.length ?? 0);
  return [text, unmarked].some((form) => {
    const folded = fold(form);
    return folded.startsWith(wanted) && !/^[\p{L}\p{N}]/u.test(folded.slice(wanted.length));
  });
}

function fold(text: string): string {
  return normalise(text).replace(/[“”]/gu, '"').replace(/[–—]/gu, '-');
}
