/**
 * Text that every engine keeps unchanged: without NUL (PostgreSQL refuses it, some SQLite drivers cut the text there) and
 * with each half of a broken surrogate pair replaced by U+FFFD (no UTF-8 exists for it).
 */
export function cleanText(text: string): string {
  return text.replaceAll('\0', '').replace(/\p{Surrogate}/gu, '\uFFFD');
}
