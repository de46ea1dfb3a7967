import type { Speaker } from '../conversation/speaker';
import type { Field, Reply } from '../reply';
import { figureTitle } from './figure-title';
import { periodName } from './period-name';
import type { FigureKind, Figures, Report } from './report';

/** Bars of one chart; the table has them all. */
const MOST_BARS = 8;

/** The card with the charts, for everybody in the clerk's channel. */
export function reportReply(report: Report, speaker: Speaker): Reply {
  const { period, tooShort, figures, unneeded } = report;
  const name = periodName(period, speaker);
  const bars = (...kinds: readonly FigureKind[]): Field =>
    kinds
      .flatMap((kind) => figures[kind].map(({ key, count }) => ({ title: figureTitle(kind, key, speaker), count })))
      .slice(0, MOST_BARS);
  const empty = Object.values(figures).every(({ length }) => length === 0);
  return speaker.reply(
    'report',
    {
      token: period.token,
      period: name,
      grown: tooShort ? speaker.say('report_grown', { short: periodName(tooShort, speaker), period: name }) : null,
      nothing: empty ? speaker.say('report_nothing') : null,
      topicsAsked: bars('passage'),
      topicsOpen: bars('topic'),
      cardsSent: bars('card'),
      draftsMarked: bars('rule', 'draft'),
      firstReplies: bars('reply'),
      mostly: reasonLine(figures, speaker),
      unneeded: unneeded.map((title) => ({ title })),
      training: trainingLine(figures, speaker),
    },
    'notice_report',
  );
}

function reasonLine({ reason }: Figures, speaker: Speaker): string | null {
  const [most] = reason;
  return most ? speaker.say('report_reason', { reason: figureTitle('reason', most.key, speaker) }) : null;
}

/** One thing to train: what is marked most in drafts, else what is asked most. */
function trainingLine(figures: Figures, speaker: Speaker): string | null {
  for (const kind of ['rule', 'topic', 'passage'] as const) {
    const [most] = figures[kind];
    if (most) return speaker.say(`report_training_${kind}`, { subject: figureTitle(kind, most.key, speaker) });
  }
  return null;
}
