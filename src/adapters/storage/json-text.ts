import { cleanText } from './clean-text';

/** A value as JSON, its texts cleaned first: inside JSON they are escaped and would slip through. */
export function jsonText(value: unknown): string {
  return JSON.stringify(value, (_name, inner) => (typeof inner === 'string' ? cleanText(inner) : inner));
}
