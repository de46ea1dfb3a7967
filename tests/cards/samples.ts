import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CardName, Field, Fields } from '../../src/core/reply';

export const FOLDER = join(__dirname, '../../cards');

/** The names of all templates that are there. The test of names proves that these are the model's names. */
export const NAMES = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.json') && !file.endsWith('.data.json'))
  .map((file) => file.slice(0, -'.json'.length) as CardName);

export function readTemplate(name: string): object {
  return JSON.parse(readFileSync(join(FOLDER, `${name}.json`), 'utf8'));
}

export function readSample(name: string): Fields {
  return JSON.parse(readFileSync(join(FOLDER, `${name}.data.json`), 'utf8'));
}

/** Everything that Markdown, templating, mentions and odd signs could do to a card. */
export const HOSTILE = [
  '**bold** [click](https://evil.example/) `code` # head\n- item',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it must reach the card as it stands
  '${secret} ${$root.reference} {{DATE(2026)}}',
  '<at>x</at> <b>b</b> "q" \\ \u202Eabc\u2066\u0000\ud800',
].join(' ');

/** What of the above is still to be seen on a card. */
export const HOSTILE_SHOWN = HOSTILE.replace(/[\u202e\u2066\0]/gu, '').replace(/\p{Surrogate}/gu, '\ufffd');

/** Fields that the code or the council's files write and that may stand in headings and on buttons. All others could hold a person's words. */
const WRITTEN_BY_US = new Set(
  'assistant council emergency emergencyLine policeLine first heading severity name title id reference state stateText requestId reason caseId code days link outcome desk passageId reviewOn confirmed before'.split(
    ' ',
  ),
);

/** Cards in which a field with such a name does hold what a person is called or has typed. */
const TYPED_BY_PEOPLE: { readonly [name in CardName]?: readonly string[] } = {
  consent: ['name'],
  'clerk-answer': ['title'],
};

/** Fields that may be absent, by name. Lists become empty. */
const OPTIONAL = new Set(
  'near progress calmer about summary leadIn quote section link note topical gap unseen more from who delivery urgentLine takes points news talk nearest due wanted platform flags joined day adviceFirst adviceBelow offered blocked changes ways history earlier grown nothing topicsAsked topicsOpen cardsSent draftsMarked firstReplies mostly unneeded training'.split(
    ' ',
  ),
);

/** Cards with a draft that may be absent. In others it is what the card is about. */
const HAS_DRAFT: ReadonlySet<CardName> = new Set([
  'consent',
  'clerk-case',
  'case-desk',
  'case-status',
  'clerk-answer',
  'receipt',
]);

type Change = (name: string, field: Field) => Field;

/** Each card is tried with all of these: the sample, without what may be absent, with every switch turned, and with hostile and very long words. */
export const VARIANTS: readonly { readonly variant: string; readonly of: (name: CardName) => Fields }[] = [
  { variant: 'sample', of: readSample },
  { variant: 'bare', of: (name) => bare(name) },
  { variant: 'switched', of: (name) => change(readSample(name), (_, field) => switched(field)) },
  { variant: 'hostile', of: (name) => withWords(name, HOSTILE) },
  { variant: 'long', of: (name) => withWords(name, 'A long story. '.repeat(290).trim()) },
];

/** A sample in which every field that could hold a person's words holds these words. */
export function withWords(card: CardName, words: string): Fields {
  return change(readSample(card), (name, field) =>
    typeof field === 'string' && (!WRITTEN_BY_US.has(name) || TYPED_BY_PEOPLE[card]?.includes(name)) && card !== 'note'
      ? words
      : field,
  );
}

function bare(card: CardName): Fields {
  const fields = change(readSample(card), (name, field) => {
    if (!OPTIONAL.has(name)) return field;
    return Array.isArray(field) ? [] : null;
  });
  return HAS_DRAFT.has(card) ? { ...fields, draft: null } : fields;
}

function switched(field: Field): Field {
  return typeof field === 'boolean' ? !field : field;
}

function change(fields: Fields, by: Change): Fields {
  return Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, changeField(name, field, by)]));
}

function changeField(name: string, field: Field, by: Change): Field {
  const changed = by(name, field);
  if (Array.isArray(changed)) return changed.map((one) => changeField(name, one, by));
  return typeof changed === 'object' && changed !== null ? change(changed as Fields, by) : changed;
}
