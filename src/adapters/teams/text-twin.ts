import { typedForm } from './typed-form';

type Part = { readonly [name: string]: unknown };

/**
 * A filled card as plain lines, for people who do not get cards and for screen readers: every heading, text, fact, box and button.
 * A button appears as what can be typed instead, or as the address that it opens; any other is named all the same.
 */
export function textTwin(card: object): string {
  const { body, actions } = toPart(card);
  return [...linesOf(body), ...buttonLines(partsOf(actions))]
    .join('\n')
    .replace(/\n{3,}/gu, '\n\n')
    .trim();
}

const LINES: { readonly [type: string]: (part: Part) => readonly string[] } = {
  TextBlock: (part) => [...(part.style === 'heading' ? [''] : []), textOf(part.text)],
  RichTextBlock: (part) => [
    partsOf(part.inlines)
      .map((run) => textOf(run.text))
      .join(''),
  ],
  'Chart.HorizontalBar': linesOfChart,
  'Chart.VerticalBar': linesOfChart,
  'Chart.Donut': linesOfChart,
  FactSet: (part) => partsOf(part.facts).map((fact) => `${textOf(fact.title)}: ${textOf(fact.value)}`),
  Container: (part) => ['', ...linesOf(part.items)],
  ColumnSet: (part) => linesOf(part.columns),
  Column: (part) => linesOf(part.items),
  'Input.Text': (part) => ['', textOf(part.label), ...(part.value ? [textOf(part.value)] : [])],
  'Input.ChoiceSet': (part) => ['', textOf(part.label), ...partsOf(part.choices).map((choice) => textOf(choice.title))],
  ActionSet: (part) => partsOf(part.actions).map((action) => `${leadOf(action)} ${buttonLine(action)}`),
};

/** What a client shows that cannot draw the chart holds the same figures in words. */
function linesOfChart({ title, fallback }: Part): readonly string[] {
  return [textOf(title), ...linesOf([fallback])];
}

function linesOf(elements: unknown): readonly string[] {
  return partsOf(elements).flatMap((part) => {
    const lines = LINES[textOf(part.type)];
    if (!lines) throw new Error(`A card holds ${textOf(part.type)}, which has no plain-text form yet.`);
    return lines(part);
  });
}

const TYPE = 'You can type:';
const OPEN = 'You can open:';
const PRESS = 'Only on the card:';

function buttonLines(actions: readonly Part[]): readonly string[] {
  return [TYPE, OPEN, PRESS].flatMap((lead) => {
    const led = actions.filter((action) => leadOf(action) === lead);
    return led.length > 0 ? ['', lead, ...led.map(buttonLine)] : [];
  });
}

function leadOf(action: Part): string {
  if (action.url) return OPEN;
  return typedFormOf(action) === undefined ? PRESS : TYPE;
}

function buttonLine(action: Part): string {
  const title = textOf(action.title);
  const instead = textOf(action.url) || typedFormOf(action);
  return instead ? `${instead} (${title})` : title;
}

function typedFormOf(action: Part): string | undefined {
  return typedForm(toPart(action.data));
}

function partsOf(value: unknown): readonly Part[] {
  return Array.isArray(value) ? value.map(toPart) : [];
}

function toPart(value: unknown): Part {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
