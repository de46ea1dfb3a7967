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

/**
 * Finds the sentence or bullet of a policy at which a passage begins. Kinds of quotes, dashes and spaces need not agree, nor need a
 * bullet's mark be given.
 */
export function createPlacer(document: PolicyDocument): (annotation: Annotation) => Place | Problem {
  const headings = new Set([document.title, ...document.headings.map(({ text }) => text)].map(fold));
  const openings = openingsOf(document);
  return ({ heading, begins }) => {
    const wanted = fold(heading);
    if (!headings.has(wanted))
      return problem(
        'heading',
        `The policy has no heading "${heading}".${suggestion(document, heading)} Copy it from the policy.`,
      );
    const first = fold(begins);
    const [found, second] = (openings.get(wanted) ?? []).filter(({ forms }) =>
      forms.some((form) => beginsWith(form, first)),
    );
    if (!found)
      return problem(
        'begins',
        `Nothing under "${heading}" begins with "${begins}". Copy the first words of a paragraph, a sentence or a bullet from the policy.`,
      );
    if (second)
      return problem(
        'begins',
        `"${begins}" begins more than one place under "${heading}": lines ${found.place.unit.line} and ${second.place.unit.line}. Write more of the first words.`,
      );
    return found.place;
  };
}

/** Where a passage may begin, and the words there as they are and without a mark, folded. */
type Opening = { readonly place: Place; readonly forms: readonly string[] };

/** All openings under each heading. */
function openingsOf({ source, title, blocks }: PolicyDocument): ReadonlyMap<string, readonly Opening[]> {
  const openings = new Map<string, Opening[]>();
  for (const block of blocks) {
    const heading = fold(block.heading?.text ?? title);
    const under = openings.get(heading) ?? [];
    openings.set(heading, under);
    for (const unit of blockSentences(source, block)) {
      const text = source.slice(unit.start, unit.end);
      const forms = [text, text.slice(readMark(text)?.length ?? 0)].map(fold);
      under.push({ place: { kind: 'found', block, unit }, forms });
    }
  }
  return openings;
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
  return text.startsWith(wanted) && !/^[\p{L}\p{N}]/u.test(text.slice(wanted.length));
}

function fold(text: string): string {
  return normalise(text).replace(/[“”]/gu, '"').replace(/[–—]/gu, '-');
}
