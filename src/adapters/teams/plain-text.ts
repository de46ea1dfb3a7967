import type { Inbound } from './inbound';

const NAMED: { readonly [name: string]: string } = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

const LAST_CODE_POINT = 0x10ffff;

/** The words of a message without the mentions of the assistant. Mentions of other people keep their names. */
export function wordsOf(activity: Pick<Inbound, 'text' | 'entities' | 'recipient'>): string {
  const own = activity.entities.flatMap((entity) =>
    entity.type === 'mention' && entity.mentioned?.id === activity.recipient.id && entity.text ? [entity.text] : [],
  );
  const named = activity.recipient.name ? [`<at>${activity.recipient.name}</at>`] : [];
  const rest = [...own, ...named].reduce((text, mention) => text.replaceAll(mention, ' '), activity.text);
  return decode(rest.replace(/<\/?at\b[^<>]*>/giu, '')).trim();
}

/** The words of a message that is quoted as HTML: line ends where a reader sees them, no tags. */
export function wordsOfHtml(html: string): string {
  const broken = html.replace(/<br\b[^<>]*>|<\/(?:p|div|li|h[1-6]|blockquote)>/giu, '\n');
  return decode(broken.replace(/<[^<>]*>/gu, ''))
    .replace(/(?<![ \t])[ \t]+\n/gu, '\n')
    .replace(/\n{3,}/gu, '\n\n')
    .trim();
}

function decode(text: string): string {
  return text
    .replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,4}));/giu, (whole, decimal, hexadecimal, name) => {
      if (name !== undefined) return NAMED[String(name).toLowerCase()] ?? whole;
      const code = decimal === undefined ? Number.parseInt(hexadecimal, 16) : Number(decimal);
      return code > 0 && code <= LAST_CODE_POINT ? String.fromCodePoint(code) : whole;
    })
    .replaceAll('\u00a0', ' ');
}
