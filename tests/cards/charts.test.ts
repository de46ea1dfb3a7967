import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRender } from '../../src/adapters/teams/cards';
import { CHART_TEMPLATE, FIGURES } from './chart-template';
import { lintCard } from './lint-card';
import { FOLDER } from './samples';
import { type Part, partsLike } from './walk';

const folder = mkdtempSync(join(tmpdir(), 'charts-'));
cpSync(FOLDER, folder, { recursive: true });
writeFileSync(join(folder, 'note.json'), JSON.stringify(CHART_TEMPLATE));
afterAll(() => rmSync(folder, { recursive: true }));

const { card, text } = createRender(folder)({ card: 'note', fields: FIGURES, notice: '' });

describe('a card with charts', () => {
  it('keeps the rules of accessibility', () => expect(lintCard(card)).toEqual([]));

  it('has the same figures in the chart and in the facts', () => {
    const [bars, ring] = partsLike(card, 'Chart.');
    expect(bars).toMatchObject({
      data: [
        { x: 'Photos', y: 7 },
        { x: 'Planning', y: 3 },
      ],
      fallback: {
        type: 'FactSet',
        facts: [
          { title: 'Photos', value: '7' },
          { title: 'Planning', value: '3' },
        ],
      },
    });
    expect(ring).toMatchObject({
      data: [
        { legend: 'Photos', value: 7 },
        { legend: 'Planning', value: 3 },
      ],
    });
  });

  it('says in plain text what the charts show', () => {
    expect(text).toBe(
      'Topics\nQuestions by topic\nPhotos: 7\nPlanning: 3\n\nShares\nShares of topics\nPhotos: 7\nPlanning: 3',
    );
  });

  it.each<[string, (chart: Part) => object, string]>([
    ['no title', (chart) => ({ ...chart, title: '' }), 'Chart.HorizontalBar has no title'],
    ['no figures', (chart) => ({ ...chart, data: [] }), 'Questions by topic has no figures'],
    [
      'a figure that is text',
      (chart) => ({ ...chart, data: [{ x: 'Photos', y: '7' }] }),
      'Questions by topic has figures without a name or a number',
    ],
    ['no stand-in', ({ fallback, ...chart }) => chart, 'Questions by topic has no facts to fall back to'],
    [
      'another stand-in',
      (chart) => ({ ...chart, fallback: { type: 'TextBlock', text: 'No chart' } }),
      'Questions by topic has no facts to fall back to',
    ],
    [
      'facts that leave one out',
      (chart) => ({ ...chart, fallback: { type: 'FactSet', facts: [{ title: 'Photos', value: '7' }] } }),
      'Questions by topic falls back to other figures',
    ],
    ['a type that is not known', (chart) => ({ ...chart, type: 'Chart.Gauge' }), 'unknown type Chart.Gauge'],
  ])('is found to be at fault with %s', (_, change, fault) => {
    expect(
      lintCard(changed((parts) => parts.map((part) => (part.type === 'Chart.HorizontalBar' ? change(part) : part)))),
    ).toContain(fault);
  });

  it('is found to be at fault with a chart that has no heading', () => {
    const bare = changed(([first, ...parts]) => [first, ...parts.filter(({ type }) => type !== 'TextBlock')]);
    expect(lintCard(bare)).toEqual(['Shares of topics has no heading before it']);
  });
});

function changed(change: (body: readonly Part[]) => readonly unknown[]): object {
  const { body, ...rest }: { readonly body: readonly Part[] } = JSON.parse(JSON.stringify(card));
  return { ...rest, body: change(body) };
}
