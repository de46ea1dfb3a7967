/** A card above this may be refused by Teams once the envelope around it is counted. Bytes of JSON in UTF-8. */
export const MOST_BYTES = 25_000;

/** How many characters of one text are shown, tried in turn until the card fits. Nothing is cut below the last. */
const LIMITS = [16_000, 12_000, 8_000, 6_000, 4_000, 3_000, 2_000, 1_500, 1_000, 600, 300];

const LEFT_OUT = ' … (The rest is too long to show here.)';

/**
 * The card, with its longest texts cut and marked as cut until it fits.
 * Boxes are never cut, because what stands in a box is sent on as it is.
 */
export function fitCard(card: object): object {
  let fitted = card;
  for (const limit of LIMITS) {
    if (Buffer.byteLength(JSON.stringify(fitted), 'utf8') <= MOST_BYTES) break;
    fitted = cutRuns(card, limit);
  }
  return fitted;
}

function cutRuns(part: object, limit: number): object {
  if (Array.isArray(part)) return part.map((inner) => cutInner(inner, limit));
  const cut = Object.fromEntries(Object.entries(part).map(([name, inner]) => [name, cutInner(inner, limit)]));
  return cut.type === 'TextRun' && typeof cut.text === 'string' ? { ...cut, text: cutText(cut.text, limit) } : cut;
}

function cutInner(inner: unknown, limit: number): unknown {
  return typeof inner === 'object' && inner !== null ? cutRuns(inner, limit) : inner;
}

/** A character of two code units is not cut in half. */
function cutText(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const kept = text.slice(0, limit).replace(/[\ud800-\udbff]$/u, '');
  return kept.trimEnd() + LEFT_OUT;
}
