import { isPart, type Part, partsLike } from './walk';

/** What names a figure and what holds it, by type: from the cards' documentation of Teams. */
const AXES: { readonly [type: string]: readonly [string, string] } = {
  'Chart.HorizontalBar': ['x', 'y'],
  'Chart.VerticalBar': ['x', 'y'],
  'Chart.Donut': ['legend', 'value'],
};

/** Charts that Teams draws, and in whose place other clients show the same figures. */
export const CHARTS: readonly string[] = Object.keys(AXES);

/** The faults of every chart in a card. A client that cannot draw charts shows the facts alone, so a heading must say what they are. */
export function lintCharts(card: Part): readonly string[] {
  return [...partsLike(card, 'Chart.').flatMap(lintChart), ...withoutHeading(card)];
}

function lintChart({ type, title, data, fallback }: Part): readonly string[] {
  const [name, figure] = AXES[String(type)] ?? [];
  if (name === undefined || figure === undefined) return [];
  const faults = typeof title === 'string' && title !== '' ? [] : [`${type} has no title`];
  const points = Array.isArray(data) ? data.filter(isPart) : [];
  if (points.length === 0) return [...faults, `${title} has no figures`];
  if (points.some((point) => typeof point[name] !== 'string' || typeof point[figure] !== 'number'))
    faults.push(`${title} has figures without a name or a number`);
  if (!isPart(fallback) || fallback.type !== 'FactSet') return [...faults, `${title} has no facts to fall back to`];
  const facts = points.map((point) => ({ title: point[name], value: String(point[figure]) }));
  if (JSON.stringify(fallback.facts) !== JSON.stringify(facts)) faults.push(`${title} falls back to other figures`);
  return faults;
}

function withoutHeading(part: unknown): readonly string[] {
  if (isPart(part)) return Object.values(part).flatMap(withoutHeading);
  if (!Array.isArray(part)) return [];
  const bare = part.filter((one, at) => isChart(one) && !isHeading(part[at - 1]));
  return [...bare.map(({ title }) => `${title} has no heading before it`), ...part.flatMap(withoutHeading)];
}

function isChart(part: unknown): part is Part {
  return isPart(part) && CHARTS.includes(String(part.type));
}

function isHeading(part: unknown): boolean {
  return isPart(part) && part.type === 'TextBlock' && part.style === 'heading';
}
