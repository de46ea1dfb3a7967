import type { Speaker } from '../conversation/speaker';
import { csv } from './csv';
import { figureTitle } from './figure-title';
import { periodName } from './period-name';
import type { FigureKind, Report } from './report';

const KINDS: readonly FigureKind[] = ['passage', 'topic', 'card', 'rule', 'draft', 'reply'];

/** The whole report as comma-separated values, for a spreadsheet: four columns, a line for each figure. A part of the policy that was seldom or never needed has no number. */
export function reportTable({ period, figures, unneeded }: Report, speaker: Speaker): string {
  const name = periodName(period, speaker);
  const columns = ['period', 'part', 'what', 'number'].map((column) => speaker.say(`report_column_${column}`));
  const lines = KINDS.flatMap((kind) =>
    figures[kind].map(({ key, count }) => [
      name,
      speaker.say(`report_part_${kind}`),
      figureTitle(kind, key, speaker),
      count,
    ]),
  );
  const seldom = unneeded.map((heading) => [name, speaker.say('report_part_unneeded'), heading, '']);
  return csv([columns, ...lines, ...seldom]);
}
