import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Field, Reply } from '../../src/core/reply';
import { COUNCIL, KNOWLEDGE, ROOT } from './rig';

/** The policy as it lies on the disk, read here anew: what the product holds in memory proves nothing about itself. */
export const POLICY_FILE = readFileSync(join(ROOT, 'knowledge/social-media-policy.txt'), 'utf8');

/** Fields of cards that are shown as the policy's own words. */
const QUOTATIONS = new Set(['quote', 'leadIn', 'golden', 'risks', 'streetTest']);
/** Cards whose numbered lines are the policy's own words as well. */
const QUOTING_LINES: { readonly [card: string]: string } = { rules: 'lines', 'abuse-steps': 'steps' };

/** Everything in a reply that is shown as a quotation. */
export function quotationsIn({ card, fields }: Reply): readonly string[] {
  const lines = fields[QUOTING_LINES[card] ?? ''] ?? [];
  return [...stringsAt(fields, (name) => QUOTATIONS.has(name)), ...stringsAt(lines, (name) => name === 'text')];
}

/** Every text in a reply's fields. */
export function textsIn({ fields }: Reply): readonly string[] {
  return stringsAt(fields, () => true);
}

function stringsAt(field: Field, wanted: (name: string) => boolean, name = ''): readonly string[] {
  if (typeof field === 'string') return wanted(name) ? [field] : [];
  if (Array.isArray(field)) return field.flatMap((one: Field) => stringsAt(one, wanted, name));
  if (typeof field !== 'object' || field === null) return [];
  return Object.entries(field).flatMap(([inner, value]) => stringsAt(value, wanted, inner));
}

/** A sentence with no words of its own, such as "{what}, {when}", tells nothing from anything. */
const wording = Object.values(KNOWLEDGE.wording).filter((text) => /\p{L}/u.test(text.replace(/\{[a-z_]+\}/gu, '')));
const wrote = [
  ...KNOWLEDGE.policy.passages.flatMap(({ text, leadIn, summary, headings, id }) => [
    text,
    ...(leadIn ? [leadIn] : []),
    summary,
    headings.join(' > '),
    id,
  ]),
  ...KNOWLEDGE.policy.passages.map(({ text }) => text.replace(/^[·•*–-]\s*/u, '')),
  ...KNOWLEDGE.topics.map(({ title }) => title),
  ...KNOWLEDGE.talks.flatMap(({ reply }) => (reply.kind === 'note' ? [reply.text] : [])),
  ...KNOWLEDGE.urgent.flatMap(({ first, lines, steps }) => [first, ...lines, ...steps]),
  ...KNOWLEDGE.rules.flatMap(({ why, name }) => [why, name]),
  ...KNOWLEDGE.commands.flatMap(({ name, takes, description }) => [name, takes ?? '', description]),
  ...Object.values(COUNCIL.contacts),
  ...Object.values(COUNCIL.clerk),
  ...COUNCIL.clerks.map(({ name }) => name),
  COUNCIL.name,
  COUNCIL.assistant,
];
/** Longest first, so that a part of a longer text does not spoil it. Places in braces may hold what somebody wrote. */
const known = [...new Set([...wrote, ...wording])]
  .filter(Boolean)
  .sort((a, b) => b.length - a.length)
  .map((text) => new RegExp(escaped(text).replace(/\\\{[a-z_]+\\\}/gu, '[^.]{1,300}?'), 'gu'));

/** What is left of a text when everything that the policy, the knowledge and the council's settings say is taken away. */
export function unknownIn(text: string, typed: string): string {
  if (text.endsWith('…') && wrote.some((whole) => whole.startsWith(text.slice(0, -1)))) return '';
  const cut = text.replaceAll(typed, ' ');
  return known
    .reduce((left, pattern) => left.replace(pattern, ' '), cut)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Where a number, a contact or a date may come from. */
const SOURCES = [
  POLICY_FILE,
  JSON.stringify([wrote, wording]),
  `${COUNCIL.draftMinutes} minutes ${COUNCIL.policyUrl}`,
  ...readdirSync(join(ROOT, 'cards')).map((file) => readFileSync(join(ROOT, 'cards', file), 'utf8')),
].join('\n');
const FACTS = [
  /\d[\d ]*\d/gu,
  /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gu,
  /https?:\S+|www\.\S+/giu,
  /\b(?:January|February|March|April|June|July|August|September|October|November|December|\w+day)\b/gu,
  /\b(?:\d+|two|three|five|seven|ten|fourteen|thirty) (?:minutes?|hours?|days?|weeks?|months?|pounds?)\b/giu,
];

/** Numbers, contacts, dates and time limits in a text that neither the policy nor the council's files hold. */
export function inventedFactsIn(text: string): readonly string[] {
  return FACTS.flatMap((pattern) => text.match(pattern) ?? []).filter((fact) => !SOURCES.includes(fact));
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');
}
