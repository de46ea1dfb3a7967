export type Part = { readonly [name: string]: unknown };

/**
 * Every object inside a card that has a type, the card itself first. What a button tells Teams is no part of the card; fallbacks are
 * left out unless asked for.
 */
export function partsOf(
  value: unknown,
  options: { readonly fallbacks: boolean } = { fallbacks: false },
): readonly Part[] {
  if (Array.isArray(value)) return value.flatMap((one) => partsOf(one, options));
  if (!isPart(value)) return [];
  const inner = Object.entries(value).filter(
    ([name]) => name !== 'msteams' && (options.fallbacks || name !== 'fallback'),
  );
  return [...('type' in value ? [value] : []), ...inner.flatMap(([, one]) => partsOf(one, options))];
}

export function isPart(value: unknown): value is Part {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The parts of one kind: "Input." finds all inputs. */
export function partsLike(card: unknown, type: string): readonly Part[] {
  return partsOf(card).filter((part) => String(part.type).startsWith(type));
}
