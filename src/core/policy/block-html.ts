import type { Passage } from '../model';
import type { Block, Part } from './document';
import { escapeHtml } from './escape-html';
import { readMark } from './read-mark';

/**
 * A block of the policy as HTML. Without its tags it is `source.slice(block.start, block.end)`, byte for byte.
 * The id of a passage stands where the passage begins, or on the whole block where the passage is all of it.
 */
export function blockHtml(source: string, block: Block, passages: readonly Passage[]): string {
  const inside = passages.filter(({ span }) => span.start >= block.start && span.start < block.end);
  const whole = inside.find(({ span }) => span.start === block.start && span.end === block.end);
  const pieces = block.parts.map((part, at) => {
    const [before, after] = [block.parts[at - 1], block.parts[at + 1]];
    const isItem = part.kind === 'item';
    const opens = isItem && before?.kind !== 'item' ? '<ul role="list">' : '';
    const closes = isItem && after?.kind !== 'item' ? '</ul>' : '';
    const html = isItem ? itemHtml : textHtml;
    const gap = source.slice(before?.end ?? block.start, part.start);
    return gap + opens + html(source, part, whole ? [] : inside) + closes;
  });
  return `<div class="block"${idOf(whole)}>${pieces.join('')}</div>`;
}

/** A bullet is for the eye only; a letter or a number is part of what is read out. */
function itemHtml(source: string, part: Part, passages: readonly Passage[]): string {
  const text = source.slice(part.start, part.end);
  const mark = readMark(text);
  const bullet = mark?.kind === 'bullet' ? text.slice(0, mark.length) : '';
  const shown = bullet && `<span class="bullet" aria-hidden="true">${escapeHtml(bullet)}</span>`;
  const passage = passages.find(({ span }) => span.start === part.start);
  return `<li${idOf(passage)}>${shown}${escapeHtml(text.slice(bullet.length))}</li>`;
}

/** A paragraph may hold several passages, each of some of its sentences. */
function textHtml(source: string, part: Part, passages: readonly Passage[]): string {
  let html = '';
  let at = part.start;
  for (const passage of passages) {
    const { start, end } = passage.span;
    if (start < at || start >= part.end) continue;
    const stop = Math.min(end, part.end);
    html += `${escapeHtml(source.slice(at, start))}<span${idOf(passage)}>${escapeHtml(source.slice(start, stop))}</span>`;
    at = stop;
  }
  return `<p>${html}${escapeHtml(source.slice(at, part.end))}</p>`;
}

function idOf(passage: Passage | undefined): string {
  return passage ? ` id="${escapeHtml(passage.id)}"` : '';
}
