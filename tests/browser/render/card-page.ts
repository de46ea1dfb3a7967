import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { hostConfig, PALETTES, type Theme } from './host-config';

const packages = createRequire(__filename);

declare global {
  interface Window {
    drawCard: (card: object) => void;
    axe: { run: (within: string) => Promise<AxeResults> };
    AdaptiveCards: {
      readonly HostConfig: new (config: object) => object;
      readonly AdaptiveCard: new () => { hostConfig: object; parse: (card: object) => void; render: () => HTMLElement };
    };
  }
}

/** A page on which cards can be drawn at one width in one theme, with nothing from the network. */
export async function openCardPage(browser: Browser, theme: Theme, width: number): Promise<Page> {
  const page = await browser.newPage({ viewport: { width, height: 900 } });
  await page.setContent(
    `<!doctype html><html lang="en"><title>Card</title><style>${styleFor(theme)}</style><main id="card"></main></html>`,
  );
  await page.addScriptTag({ path: packages.resolve('adaptivecards/dist/adaptivecards.min.js') });
  await page.addScriptTag({ path: packages.resolve('axe-core/axe.min.js') });
  await page.evaluate(
    (config) => {
      window.drawCard = (card) => {
        const drawn = new window.AdaptiveCards.AdaptiveCard();
        drawn.hostConfig = new window.AdaptiveCards.HostConfig(config);
        drawn.parse(card);
        document.querySelector('#card')?.replaceChildren(drawn.render());
      };
    },
    hostConfig(theme, width),
  );
  return page;
}

function styleFor(theme: Theme): string {
  const { page, text, edge, button, subtle } = PALETTES[theme];
  return `
    body { margin: 0; background: ${page}; color: ${text}; }
    .ac-pushButton { min-height: 36px; padding: 6px 12px; border: 1px solid ${edge}; border-radius: 4px; background: ${button};
      color: ${text}; font: 600 14px 'Segoe UI', 'Liberation Sans', sans-serif; }
    .ac-input { box-sizing: border-box; width: 100%; padding: 8px; border: 1px solid ${subtle}; border-radius: 4px;
      background: ${button}; color: ${text}; font: 14px 'Segoe UI', 'Liberation Sans', sans-serif; }
    .ac-multiline { min-height: 84px; }
    .ac-horizontal-separator { margin: 0 }
    .ac-container { border-radius: 4px; }`;
}
