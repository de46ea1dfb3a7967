import type { Page } from 'playwright-core';

/** Faults of the renderer or of this page that a card cannot mend, by axe rule, with the reason. Empty is best. */
const ALLOWED: { readonly [rule: string]: string } = {};

/** What axe finds to be serious or critical on the drawn card, as "rule: element". */
export async function findFaults(page: Page): Promise<readonly string[]> {
  const results = await page.evaluate(() => window.axe.run('#card'));
  return results.violations
    .filter(({ impact, id }) => (impact === 'serious' || impact === 'critical') && !(id in ALLOWED))
    .flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 200)}`));
}

/** Whatever is wider than the place it has: a person would have to scroll sideways or could not read its end. */
export function findOverflow(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const wide = [...document.querySelectorAll('#card, #card *')].filter(
      (element) => element.clientWidth > 0 && element.scrollWidth > element.clientWidth + 1,
    );
    const screen = document.documentElement;
    return [
      ...(screen.scrollWidth > screen.clientWidth ? ['the page scrolls sideways'] : []),
      ...wide.map((element) => `${element.className}: ${element.textContent?.slice(0, 60)}`),
    ];
  });
}
