import { CHARTS, lintCharts } from './lint-chart';
import { isPart, type Part, partsLike, partsOf } from './walk';

/** What these types are known to look like in every Teams client. Anything else needs a fallback and a fresh look. */
const KNOWN = new Set([
  ...'AdaptiveCard TextBlock RichTextBlock TextRun Container ActionSet Input.Text Input.ChoiceSet Action.Execute Action.Submit Action.OpenUrl'.split(
    ' ',
  ),
  ...CHARTS,
]);
const COLOURS = ['attention', 'warning', 'good', 'accent'];

type Rule = (card: Part) => readonly string[];

/** The accessibility rules for a filled card; the answer lists every fault in words and is empty for a good card. */
export function lintCard(card: object): readonly string[] {
  return RULES.flatMap((rule) => rule({ ...card }));
}

const RULES: readonly Rule[] = [
  (card) => ['fallbackText', 'speak'].flatMap((name) => missing(card, name)),
  (card) => (card.version === '1.5' ? [] : ['the version is not 1.5']),
  (card) => (card.lang === 'en' ? [] : ['the language is not en']),
  (card) => (partsOf(card.body)[0] && firstText(card)?.style === 'heading' ? [] : ['does not begin with a heading']),
  (card) => partsOf(card).flatMap((part) => (KNOWN.has(String(part.type)) ? [] : [`unknown type ${part.type}`])),
  (card) => partsLike(card, 'TextBlock').flatMap((part) => (part.wrap === true ? [] : [`does not wrap: ${part.text}`])),
  (card) => partsLike(card, 'TextBlock').flatMap((part) => missing(part, 'text')),
  (card) =>
    partsLike(card, 'TextRun').flatMap((run) => (typeof run.text === 'string' ? [] : ['a run that is not text'])),
  (card) => partsOf(card).flatMap((part) => (part.color ? ['a colour on words'] : [])),
  (card) => partsLike(card, 'Container').flatMap(colourWithoutWords),
  (card) => partsLike(card, 'Input.').flatMap(lintInput),
  (card) => partsLike(card, 'Action.').flatMap((action) => [...lintAction(action)]),
  lintCharts,
  (card) => tooMany(card),
  (card) => inputsInTheWay(card),
];

function missing(part: Part, name: string): readonly string[] {
  return typeof part[name] === 'string' && part[name] !== '' ? [] : [`${part.type} has no ${name}`];
}

function firstText(card: Part): Part | undefined {
  return partsOf(card.body).find((part) => part.type !== 'Container');
}

function colourWithoutWords(container: Part): readonly string[] {
  const words = partsOf(container.items).some((part) => typeof part.text === 'string' && part.text.length > 10);
  return COLOURS.includes(String(container.style)) && !words ? ['a coloured box without words'] : [];
}

function lintInput(input: Part): readonly string[] {
  const label = String(input.label ?? '');
  const faults = [...missing(input, 'label'), ...missing(input, 'id')];
  if (input.placeholder) faults.push(`${input.id} has a placeholder; a label is enough`);
  if (!input.isRequired) return faults;
  if (!label.endsWith('(required)')) faults.push(`${input.id} does not say (required)`);
  return [...faults, ...missing(input, 'errorMessage')];
}

function lintAction(action: Part): readonly string[] {
  if (action.type === 'Action.OpenUrl') return [...missing(action, 'title'), ...unsafeAddress(action)];
  if (opensDialog(action)) return lintOpening(action);
  const faults = [...missing(action, 'title'), ...missing(action, 'verb')];
  if (action.type !== 'Action.Execute') faults.push(`${action.title} is not Action.Execute`);
  const { fallback, data } = action;
  if (!isPart(fallback) || fallback.type !== 'Action.Submit') return [...faults, `${action.title} has no fallback`];
  if (!isPart(data) || data.verb !== action.verb) faults.push(`${action.title} does not carry its verb in its data`);
  if (JSON.stringify(fallback.data) !== JSON.stringify(data)) faults.push(`${action.title} falls back to other data`);
  if (fallback.title !== action.title) faults.push(`${action.title} falls back to another title`);
  if (fallback.associatedInputs !== action.associatedInputs) faults.push(`${action.title} falls back to other inputs`);
  if (JSON.stringify(fallback.msteams) !== '{"feedback":{"hide":true}}')
    faults.push(`${action.title} shows the footer of Teams`);
  return faults;
}

function opensDialog({ type, data }: Part): boolean {
  return type === 'Action.Submit' && isPart(data) && isPart(data.msteams);
}

/** Teams opens a dialog for Action.Submit only, and takes the verb from its data. The wait for the dialog needs no footer. */
function lintOpening(action: Part): readonly string[] {
  const { title, data } = action;
  const { verb, msteams } = isPart(data) ? data : {};
  const faults = [...missing(action, 'title')];
  if (typeof verb !== 'string' || verb === '') faults.push(`${title} carries no verb in its data`);
  if (JSON.stringify(msteams) !== '{"type":"task/fetch"}') faults.push(`${title} asks Teams for more than a dialog`);
  if (action.fallback !== undefined) faults.push(`${title} has a stand-in that opens no dialog`);
  return faults;
}

function unsafeAddress({ title, url }: Part): readonly string[] {
  return /^https:\/\//u.test(String(url)) ? [] : [`${title} does not open an https address`];
}

function tooMany(card: Part): readonly string[] {
  const all = partsLike(card, 'Action.').length;
  const main = partsLike(card.actions, 'Action.').length;
  return [...(all > 6 ? [`${all} buttons`] : []), ...(main > 3 ? [`${main} main buttons`] : [])];
}

/** A client refuses to send an action while a required box is empty, unless the action says that it needs no boxes. */
function inputsInTheWay(card: Part): readonly string[] {
  if (partsLike(card, 'Input.').length === 0) return [];
  return partsLike(card, 'Action.').flatMap((action) =>
    /^(?:Cancel|Thanks|Withdraw|Show)/u.test(String(action.title)) && action.associatedInputs !== 'none'
      ? [`${action.title} waits for boxes that it does not need`]
      : [],
  );
}
