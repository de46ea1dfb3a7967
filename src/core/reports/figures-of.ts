import type { Period } from './period';
import type { Figure, FigureKind, Figures } from './report';
import type { Tallied } from './tally';

/** The figures of a period from what may be shown of each month. */
export function figuresOf({ months }: Period, released: readonly Tallied<FigureKind>[]): Figures {
  const within = released.filter(({ month }) => months.includes(month));
  const of = (kind: FigureKind) => addedUp(within.filter((one) => one.kind === kind));
  return {
    passage: of('passage'),
    topic: of('topic'),
    card: of('card'),
    rule: of('rule'),
    draft: of('draft'),
    reason: of('reason'),
    reply: of('reply'),
  };
}

function addedUp(released: readonly Tallied<FigureKind>[]): readonly Figure[] {
  const sums = new Map<string, number>();
  for (const { key, count } of released) sums.set(key, (sums.get(key) ?? 0) + count);
  return [...sums]
    .map(([key, count]) => ({ key, count }))
    .toSorted((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1));
}
