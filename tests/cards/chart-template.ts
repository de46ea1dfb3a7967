import type { Fields } from '../../src/core/reply';

const each = (fields: object) => ({ $data: place('topics'), ...fields });

const FACTS = { type: 'FactSet', facts: [each({ title: place('topic'), value: place('string(count)') })] };

/** A template with a bar chart and a ring, each with the heading and the facts that other clients show in its place. */
export const CHART_TEMPLATE = {
  type: 'AdaptiveCard',
  version: '1.5',
  lang: 'en',
  fallbackText: 'Topics',
  speak: 'Topics',
  body: [
    { type: 'TextBlock', text: 'Topics', style: 'heading', wrap: true },
    {
      type: 'Chart.HorizontalBar',
      title: 'Questions by topic',
      data: [each({ x: place('topic'), y: place('count') })],
      fallback: FACTS,
    },
    { type: 'TextBlock', text: 'Shares', style: 'heading', wrap: true },
    {
      type: 'Chart.Donut',
      title: 'Shares of topics',
      data: [each({ legend: place('topic'), value: place('count') })],
      fallback: FACTS,
    },
  ],
};

export const FIGURES: Fields = {
  topics: [
    { topic: 'Photos', count: 7 },
    { topic: 'Planning', count: 3 },
  ],
};

/** A place that the template's engine fills. */
function place(name: string): string {
  return '$'.concat(`{${name}}`);
}
