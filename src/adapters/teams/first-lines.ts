import type { Reply } from '../../core/reply';
import type { Render } from './envelope';

const MOST_LINES = 3;

/** The beginning of a reply as plain text, for places that hold a sentence or two and no card. Leaves out the main buttons. */
export function firstLines(render: Render, reply: Reply): string {
  const lines = render({ ...reply, plain: true }).text.split('\n');
  return lines
    .filter((line) => line.trim() !== '')
    .slice(0, MOST_LINES)
    .join('\n');
}
