import type { Span } from '../model';
import type { Block } from './document';
import { lineAt } from './line-at';
import { readMark } from './read-mark';
import { splitSentences } from './split-sentences';

/** Something that a passage may begin with: a sentence of running text, or a whole item of a list. */
export type Unit = Span & { readonly kind: 'text' | 'item' };

/** The sentences and items of a block, in order. A sentence at the start of a clause includes its number. */
export function blockSentences(source: string, block: Block): readonly Unit[] {
  return block.parts.flatMap((part): readonly Unit[] => {
    if (part.kind === 'item') return [part];
    const text = source.slice(part.start, part.end);
    const sentences = splitSentences(source, part.start, part.end, part.start + (readMark(text)?.length ?? 0));
    let line = part;
    return sentences.map((sentence): Unit => {
      line = { ...part, start: sentence.start, line: lineAt(source, line, sentence.start) };
      return { ...line, end: sentence.end };
    });
  });
}
