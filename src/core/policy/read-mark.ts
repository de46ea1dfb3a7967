import type { Mark } from './document';

const BULLET = /^(?:[·•◦▪●‣∙]\s*|[–—*+-]\s+)(?=\S)/u;
const LETTER = /^\(?(?:[a-z]|[ivx]{1,5})\)\s+(?=\S)/iu;
/** "1.1 text" and "1.1. text", or "1. text" and "1) text". "3.30pm" and "999 is" are not numbered. */
const NUMBER = /^(\d{1,3}(?:\.\d{1,3})+)[.)]?\s+(?=\S)|^(\d{1,3})[.)]\s*(?=[\p{L}"“‘'(])/u;

/** The mark of a list item or numbered clause at the beginning of a trimmed line. */
export function readMark(text: string): Mark | undefined {
  const bullet = BULLET.exec(text);
  if (bullet) return { kind: 'bullet', length: bullet[0].length };
  const letter = LETTER.exec(text);
  if (letter) return { kind: 'letter', length: letter[0].length };
  const number = NUMBER.exec(text);
  if (number) return { kind: 'number', length: number[0].length, depth: depthOf(number[1] ?? number[2] ?? '') };
  return undefined;
}

/** "2.1" is two deep; "2.0" counts as "2". */
function depthOf(number: string): number {
  return number.replace(/(?:\.0){1,6}$/u, '').split('.').length;
}
