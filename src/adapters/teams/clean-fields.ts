import type { Field, Fields } from '../../core/reply';

/** Control signs other than tab and line end, and the signs that reverse the reading order and so can disguise words. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const UNSEEN = /[\u0000-\u0008\u000b-\u001f\u007f\u202a-\u202e\u2066-\u2069]/gu;

/** Halves of a character that stand alone: they are not valid text and would stop the sending. */
const HALVES = /\p{Surrogate}/gu;

/** Fields made safe to fill a card with: plain JSON, no unseen signs, whole characters only, "" in place of null. */
export function cleanFields(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, cleanField(field)]));
}

function cleanField(field: Field): Field {
  if (field === null || field === undefined) return '';
  if (typeof field === 'string') return field.replaceAll('\r\n', '\n').replace(UNSEEN, '').replace(HALVES, '\ufffd');
  if (isList(field)) return field.map(cleanField);
  return typeof field === 'object' ? cleanFields(field) : field;
}

function isList(field: Field): field is readonly Field[] {
  return Array.isArray(field);
}
