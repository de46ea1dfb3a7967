import type { DraftLocal } from './draft-local';

/** Something of a known kind in a text: offsets, `end` exclusive. */
export type Entity = { readonly name: string; readonly start: number; readonly end: number };

const STREET =
  'road|rd|street|st|lane|ln|close|avenue|ave|drive|gardens|garth|crescent|terrace|row|court|way|grove|walk|view|rise|hill|mews|gate|place|square|green|park|croft|wynd|yard|orchard|meadow|meadows|fold|dale';
const MONTH = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}';
const TITLE = 'mr|mrs|ms|miss|dr|cllr|cllrs|councillor|coun|rev|reverend|pc|sgt|sir|dame|lady|lord|pcso';
const NOT_A_NAME =
  'is|was|are|were|has|had|who|and|or|in|at|of|on|for|the|a|to|will|can|should|asked|asking|said|says|that|with|surgery|surgeries|training|email|i|you|we|they|he|she';
/** How each kind of entity is written. Every repetition has a limit, so that the time grows with the length of the text only. */
const PATTERNS: { readonly [name: string]: RegExp } = {
  phone: /(?<![\p{L}\p{N}])(?:\+44|0044|0)[ ()-]{0,3}\d(?:[ ()-]{0,2}\d){7,10}(?![\p{L}\p{N}])/gu,
  mobile: /(?<![\p{L}\p{N}])(?:\+44|0044|0)[ ()-]{0,3}7(?:[ ()-]{0,2}\d){9}(?![\p{L}\p{N}])/gu,
  email: /(?<![\p{L}\p{N}._+-])[\w.+-]{1,64}@[\w-]{1,40}(?:\.[\w-]{1,40}){1,4}(?![\p{L}\p{N}])/gu,
  url: /(?<![\p{L}\p{N}@])(?:https?:\/\/[^\s<>"]{1,300}[^\s<>".,!?)]|(?:[\w-]{1,40}\.){1,4}(?:com|org|net|uk|io|ly|info|biz|xyz|me|co|gl|gd)(?:\/[\w/.%?=&#-]{0,200})?)(?![\p{L}\p{N}])/giu,
  'short-url':
    /(?<![\p{L}\p{N}])(?:bit\.ly|tinyurl\.com|goo\.gl|ow\.ly|is\.gd|cutt\.ly|rb\.gy|t\.co|shorturl\.at)\/[\w-]{1,40}/giu,
  postcode: /(?<![\p{L}\p{N}])[a-z]{1,2}\d[a-z\d]? {0,2}\d[abd-hjlnp-uw-z]{2}(?![\p{L}\p{N}])/giu,
  address: new RegExp(
    `(?<![\\p{L}\\p{N}£.:])(?:(?:no|number|flat)\\.? )?\\d{1,3}[a-d]?,? (?:(?!(?:the|a|of|in|on|at|to|till|for|and|from|new|more|people|cars|houses|homes)\\b)\\p{L}{2,20} ){1,2}(?:${STREET})(?![\\p{L}\\p{N}])`,
    'giu',
  ),
  money:
    /(?<![\p{L}\p{N}])(?:£ ?\d[\d,.]{0,12}(?:k|m)?|\d[\d,.]{0,12}(?:k| ?(?:pounds|quid|grand|pence)))(?![\p{L}\p{N}])/giu,
  date: new RegExp(
    `(?<![\\p{L}\\p{N}/])(?:\\d{1,2}[/.-]\\d{1,2}[/.-]\\d{2,4}|\\d{1,2}(?:st|nd|rd|th)? (?:of )?${MONTH}(?: \\d{2,4})?|${MONTH} \\d{1,2}(?:st|nd|rd|th)?(?: \\d{4})?|\\d{1,2}(?:st|nd|rd|th))(?![\\p{L}\\p{N}/])`,
    'giu',
  ),
  time: /(?<![\p{L}\p{N}£])(?:\d{1,2}[.:]\d{2} ?(?:am|pm)?|\d{1,2} ?(?:am|pm))(?![\p{L}\p{N}])/giu,
  plate: /(?<![\p{L}\p{N}])[a-z]{2}\d{2} ?[a-z]{3}(?![\p{L}\p{N}])/giu,
  'ni-number': /(?<![\p{L}\p{N}])[a-ceghj-prstw-z][a-ceghj-nprstw-z] ?\d{2} ?\d{2} ?\d{2} ?[a-d](?![\p{L}\p{N}])/giu,
  'sort-code': /(?<![\p{L}\p{N}-])\d{2}-\d{2}-\d{2}(?![\p{L}\p{N}-])/gu,
  handle: /(?<![\p{L}\p{N}.])@[\p{L}\p{N}_]{2,30}/gu,
  year: /(?<![\p{L}\p{N}£])(?:19|20)\d{2}(?![\p{L}\p{N}])/gu,
  number: /(?<![\p{L}\p{N}])\d{1,12}(?![\p{L}\p{N}])/gu,
  application: /(?<![\p{L}\p{N}])\d{2}\/\d{3,6}(?:\/[a-z]{1,8})?(?![\p{L}\p{N}])/giu,
  person: new RegExp(
    `(?<![\\p{L}\\p{N}])(?:${TITLE})\\.? (?!(?:${NOT_A_NAME})(?![\\p{L}']))\\p{L}[\\p{L}-]{1,20}`,
    'gu',
  ),
};

/** The names that entities have. `public-phone` and `public-email` are those that may be published. */
export const ENTITY_NAMES: readonly string[] = [
  ...Object.keys(PATTERNS),
  'public-phone',
  'public-mobile',
  'public-email',
  'public-url',
];

/** Numbers that belong to services: freephone, shared-cost and three-digit lines. */
const SERVICE_NUMBER = /^(?:0800|0808|03|0845|0870|0500)/u;
const PUBLIC_DOMAIN = /(?:^|[@.])(?:gov|police|nhs|parliament|mod)\.(?:uk|wales|scot)(?:[/:?]|$)|\.gov\.wales/u;

/** Everything of a known kind in a folded text, in no particular order; one stretch may be of several kinds. */
export function findEntities(text: string, local: DraftLocal): readonly Entity[] {
  return Object.entries(PATTERNS).flatMap(([name, pattern]) =>
    [...text.matchAll(pattern)].map((found) => ({
      name: isPublic(name, found[0], local) ? `public-${name}` : name,
      start: found.index,
      end: found.index + found[0].length,
    })),
  );
}

function isPublic(name: string, written: string, local: DraftLocal): boolean {
  if (name === 'phone' || name === 'mobile') {
    const digits = digitsOf(written);
    return SERVICE_NUMBER.test(digits) || local.publicNumbers.some((number) => digitsOf(number) === digits);
  }
  if (name !== 'email' && name !== 'url') return false;
  const address = written.toLowerCase();
  const host = address
    .replace(/^https?:\/\//u, '')
    .replace(/^.*@/u, '')
    .replace(/[/?#:][\s\S]*/u, '');
  return PUBLIC_DOMAIN.test(host) || local.domains.some((domain) => host === domain || host.endsWith(`.${domain}`));
}

function digitsOf(number: string): string {
  return number.replace(/\D/gu, '').replace(/^(?:0044|44)/u, '0');
}
