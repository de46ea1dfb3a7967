/**
 * A card whose every Action.Execute has given way to its stand-in, where it has one: dialogs know Action.Submit only, and the
 * newer button would do nothing there.
 */
export function withOlderButtons(card: object): object {
  return Object.fromEntries(Object.entries(card).map(([name, value]) => [name, older(value)]));
}

function older(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(older);
  if (typeof value !== 'object' || value === null) return value;
  const { type, fallback } = value as { readonly type?: unknown; readonly fallback?: unknown };
  const isReplaced = type === 'Action.Execute' && typeof fallback === 'object' && fallback !== null;
  return withOlderButtons(isReplaced ? fallback : value);
}
