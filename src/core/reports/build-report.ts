import type { Knowledge } from '../known';
import { figuresOf } from './figures-of';
import { type Period, periodOf, widerToken } from './period';
import { releaseCounts } from './release-counts';
import type { FigureKind, Report } from './report';
import type { Tallied } from './tally';
import { topicOfPassage } from './topic-of-passage';
import { unneededHeadings } from './unneeded-headings';

/** A period with fewer figures than these is of little use, so the longer one around it takes its place. */
const ENOUGH = 3;

type Counted = {
  /** Everything that was counted in the year of the period. */
  readonly tallied: readonly Tallied<FigureKind>[];
  readonly knowledge: Pick<Knowledge, 'policy' | 'quotes'>;
  /** Milliseconds since 1970 UTC. */
  readonly at: number;
};

/** The report on a period; on its quarter, else its year, when the period has too little that may be shown. */
export function buildReport(wanted: Period, { tallied, knowledge, at }: Counted): Report {
  const released = releaseCounts(byHeading(tallied, knowledge));
  const { period, figures } = grow(wanted);
  return {
    period,
    ...(period.months.length > wanted.months.length && { tooShort: wanted }),
    figures,
    unneeded: unneededHeadings(figures, knowledge),
  };

  function grow(from: Period): Pick<Report, 'period' | 'figures'> {
    const shown = figuresOf(from, released);
    const token = widerToken(from.token);
    const wider = token === undefined ? undefined : periodOf(token, at);
    return wider && Object.values(shown).flat().length < ENOUGH ? grow(wider) : { period: from, figures: shown };
  }
}

/** Passages as the headings above them; one that the policy no longer has is left out. */
function byHeading(
  tallied: readonly Tallied<FigureKind>[],
  { policy }: Counted['knowledge'],
): readonly Tallied<FigureKind>[] {
  const topics = new Map(policy.passages.map((passage) => [passage.id, topicOfPassage(passage)]));
  return tallied.flatMap((one) => {
    const key = one.kind === 'passage' ? topics.get(one.key) : one.key;
    return key === undefined ? [] : [{ ...one, key }];
  });
}
