/** Names of this machine in an address, where IPv6 stands in brackets. */
const LOOPBACK_NAMES = new Set(['127.0.0.1', '[::1]', 'localhost']);

/** An address without a path, such as https://golden-rule.example.gov.uk, as an origin. Throws one sentence for any other. */
export function readPublicUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const safe = url?.protocol === 'https:' || (url?.protocol === 'http:' && LOOPBACK_NAMES.has(url.hostname));
  if (url && safe && url.href === `${url.origin}/`) return url.origin;
  throw new Error(
    `PUBLIC_URL is "${text}". It must begin with https:// and have no path, such as https://golden-rule.example.gov.uk. Only 127.0.0.1 may have http://.`,
  );
}
