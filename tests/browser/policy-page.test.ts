import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AxeResults } from 'axe-core';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { type HttpServer, startServer } from '../../src/adapters/http/server';
import { readCouncil } from '../../src/config';
import { policyPage } from '../../src/core/policy/policy-page';
import { loadKnowledge } from '../../src/knowledge';

const ROOT = join(__dirname, '../..');
/** The page as it was drawn, to be looked at. */
const PICTURES = join(tmpdir(), 'golden-rule-policy-page');
const AXE = readFileSync(createRequire(__filename).resolve('axe-core/axe.min.js'), 'utf8');
const THEMES = ['light', 'dark'] as const;

let browser: Browser;
let server: HttpServer;

beforeAll(async () => {
  mkdirSync(PICTURES, { recursive: true });
  const council = readCouncil(ROOT, {});
  const page = policyPage(loadKnowledge(join(ROOT, 'knowledge')).policy, council);
  [browser, server] = await Promise.all([
    chromium.launch({
      executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'],
    }),
    startServer({
      host: '127.0.0.1',
      port: 0,
      onMessage: async () => ({ status: 200 }),
      page: () => page,
      health: async () => ({ well: true, facts: {} }),
      onFault: (error) => {
        throw error;
      },
    }),
  ]);
});
afterAll(() => Promise.all([browser.close(), server.close()]));

describe('the policy page', () => {
  let page: Page;
  afterEach(() => page.context().close());

  async function open(fragment: string, options: BrowserContextOptions = {}): Promise<readonly string[]> {
    const context = await browser.newContext({ viewport: { width: 390, height: 844 }, ...options });
    page = await context.newPage();
    const told: string[] = [];
    page.on('request', (request) => told.push(request.url()));
    page.on('console', (message) => told.push(message.text()));
    await page.goto(addressOf(fragment));
    return told;
  }

  function addressOf(fragment: string): string {
    return `http://127.0.0.1:${server.port}/policy${fragment}`;
  }

  it.each(THEMES.flatMap((theme) => [320, 390, 1280].map((width) => [theme, width] as const)))(
    'can be read and used by everybody in the %s theme, %i pixels wide',
    async (colorScheme, width) => {
      await open('#safe.private.own-info', { colorScheme, viewport: { width, height: 844 } });
      await page.screenshot({ path: join(PICTURES, `passage-${colorScheme}-${width}.png`) });
      await page.screenshot({ path: join(PICTURES, `whole-${colorScheme}-${width}.png`), fullPage: true });
      expect(await findFaults(page)).toEqual([]);
      expect(await scrollsSideways(page)).toBe(false);
    },
  );

  it('does not scroll sideways at 320 pixels with words twice as large', async () => {
    await open('', { viewport: { width: 320, height: 640 } });
    await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
    expect(await scrollsSideways(page)).toBe(false);
  });

  it('asks for nothing but itself, and works without scripts', async () => {
    const told = await open('', { javaScriptEnabled: false });
    expect(told.filter((address) => !address.endsWith('/favicon.ico'))).toEqual([addressOf('')]);
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Social Media Policy for councillors');
  });

  it('offers first to skip to the words', async () => {
    await open('');
    await page.keyboard.press('Tab');
    const skip = page.getByRole('link', { name: 'Skip to the words of the policy' });
    expect(await skip.evaluate((link) => link === document.activeElement)).toBe(true);
    expect((await skip.boundingBox())?.y).toBeGreaterThanOrEqual(0);
    await page.screenshot({ path: join(PICTURES, 'skip.png') });
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('words');
  });

  it('can be walked through with the keyboard, and each link says where it leads', async () => {
    await open('');
    const links = await page.getByRole('link').allTextContents();
    const walked: string[] = [];
    for (const _ of links) {
      await page.keyboard.press('Tab');
      walked.push(await page.evaluate(() => document.activeElement?.textContent ?? ''));
    }
    expect(walked).toEqual(links);
    expect(links.filter((text) => text.trim() === '')).toEqual([]);
  });

  it.each(['resp.remember.reputation', 'safe.setup.2fa', 'safe.private.others-info'])(
    'shows and marks the passage that a link names: %s',
    async (id) => {
      await open('', { colorScheme: 'dark' });
      const passage = page.locator(`[id="${id}"]`);
      const before = await passage.evaluate((element) => getComputedStyle(element).backgroundColor);
      await page.goto(addressOf(`#${id}`));
      await page.screenshot({ path: join(PICTURES, `${id}.png`) });
      const box = await passage.boundingBox();
      expect(box?.y).toBeGreaterThanOrEqual(0);
      expect(box?.y).toBeLessThan(400);
      expect(await passage.evaluate((element) => getComputedStyle(element).backgroundColor)).not.toBe(before);
    },
  );

  it('has links that a finger can hit', async () => {
    await open('', { hasTouch: true });
    const heights = await page.getByRole('link').evaluateAll((links) => links.map((link) => link.clientHeight));
    expect(heights.length).toBeGreaterThan(5);
    expect(Math.min(...heights)).toBeGreaterThanOrEqual(44);
  });
});

/** What axe finds to be serious or critical. It is put in from outside, because the page lets no script run. */
async function findFaults(page: Page): Promise<readonly string[]> {
  await page.evaluate(AXE);
  const results: AxeResults = await page.evaluate('axe.run()');
  return results.violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 200)}`));
}

function scrollsSideways(page: Page): Promise<boolean> {
  return page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
}
