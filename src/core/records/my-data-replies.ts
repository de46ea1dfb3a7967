import type { Case } from '../cases/case';
import { askedAt } from '../cases/case-talk';
import { endedAt, keptUntil } from '../cases/retention';
import { sayAbout } from '../cases/say-about';
import type { Speaker } from '../conversation/speaker';
import type { Reply } from '../reply';
import { ukDate } from '../uk-date';
import type { AccessEntry } from './access-entry';
import { accessLines } from './access-lines';

const MOST_CASES = 6;
const MOST_LINES = 10;

/** Everything that is stored about one councillor. `inMemory`: there is a question or draft that is not stored. */
export type OwnRecords = {
  /** Newest first. */
  readonly cases: readonly Case[];
  /** What others did with these cases, newest first. */
  readonly looks: readonly AccessEntry[];
  readonly textOnly: boolean;
  readonly inMemory: boolean;
};

/** What is stored about a councillor, how long, and who looked at it; the words of cases are not on it. */
export function myDataReply({ cases, looks, textOnly, inMemory }: OwnRecords, speaker: Speaker): Reply {
  const { council } = speaker;
  const shown = cases.slice(0, MOST_CASES);
  // Why a case is on hold may be about somebody else.
  const lines = accessLines(
    looks.map(({ why: _why, ...entry }) => entry),
    speaker,
  ).slice(0, MOST_LINES);
  const seen = lines.length > 0 ? lines : [speaker.say('my_data_nobody')];
  const more = cases.length - shown.length;
  return speaker.reply('my-data', {
    none: cases.length === 0 ? speaker.say('my_data_none') : null,
    stored: cases.length > 0,
    cases: shown.map((one) => ({
      reference: one.reference,
      state: sayAbout(one, speaker)(`state_mine_${one.state}`),
      asked: askedAt(one),
      kept: keptLine(one, speaker),
    })),
    more: more > 0 ? speaker.say('my_data_more', { count: String(more) }) : null,
    looks: (cases.length > 0 ? seen : []).map((line) => ({ line })),
    channel: speaker.say('my_data_channel', { readers: council.clerks.map(({ name }) => name).join(', ') }),
    settings: speaker.say(textOnly ? 'my_data_text' : 'my_data_cards'),
    memory: speaker.say(inMemory ? 'my_data_memory' : 'my_data_no_memory', { minutes: String(council.draftMinutes) }),
  });
}

function keptLine(one: Case, speaker: Speaker): string {
  const months = speaker.council.records.casesMonths;
  if (one.held) return speaker.say('kept_held');
  const ended = endedAt(one);
  if (ended === undefined) return speaker.say('kept_open', { months: String(months) });
  return speaker.say('kept_until', { day: ukDate(keptUntil(ended, months)) });
}
