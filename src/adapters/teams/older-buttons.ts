/**
 * A card whose every Action.Execute has given way to its stand-in, where it has one: dialogs know Action.Submit only, and the
 * newer button would do nothing there. A button that opens a dialog opens none inside another; there it sends what it holds.
 */
export function withOlderButtons(card: object): object {
  return Object.fromEntries(Object.entries(card).map(([name, value]) => [name, older(value)]));
}

function older(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(older);
  if (!isObject(value)) return value;
  if (value.type === 'Action.Execute' && isObject(value.fallback)) return withOlderButtons(value.fallback);
  return withOlderButtons(value.type === 'Action.Submit' ? withoutOpening(value) : value);
}

function withoutOpening(button: Fields): object {
  if (!isObject(button.data) || !isObject(button.data.msteams) || button.data.msteams.type !== 'task/fetch')
    return button;
  const { msteams, ...sent } = button.data;
  return { ...button, data: sent };
}

type Fields = { readonly [name: string]: unknown };

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
