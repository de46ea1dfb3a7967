import type { Case } from '../cases/case';
import type { Speaker } from '../conversation/speaker';
import type { Reply } from '../reply';
import type { AccessEntry } from './access-entry';
import { accessLines } from './access-lines';

const MOST_LINES = 15;

/** Who looked at a case, for the clerk; the latest first. */
export function accessLogReply({ reference }: Case, entries: readonly AccessEntry[], speaker: Speaker): Reply {
  const lines = accessLines(entries, speaker);
  return speaker.reply('access-log', {
    reference,
    lines: lines.slice(0, MOST_LINES).map((line) => ({ line })),
    none: lines.length === 0 ? speaker.say('access_none') : null,
    more: lines.length > MOST_LINES ? speaker.say('access_more', { count: String(lines.length - MOST_LINES) }) : null,
  });
}
