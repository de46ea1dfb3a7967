import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AxeResults } from 'axe-core';
import { type Browser, chromium, type Page } from 'playwright-core';
import { copyPage } from '../../src/core/records/copy-page';
import { SPEAKER } from '../app/rig';
import { PRIYA, SAM, sampleCase } from '../core/records/sample-case';

/** The page as it was drawn, to be looked at. */
const PICTURES = join(tmpdir(), 'golden-rule-copy-page');
const AXE = readFileSync(createRequire(__filename).resolve('axe-core/axe.min.js'), 'utf8');
/** A4 in points, as a PDF states it. */
const A4 = /\/MediaBox\s*\[\s*0 0 59[45](?:\.\d+)? 84[12](?:\.\d+)?\s*\]/u;

let browser: Browser;
let page: Page;

beforeAll(async () => {
  mkdirSync(PICTURES, { recursive: true });
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'],
  });
});
afterAll(() => browser.close());
afterEach(() => page.context().close());

/** The copy of a person with two cases, one of which has a word that nobody breaks. */
function samplePage(): string {
  const at = Date.parse('2026-11-24T10:05:00Z');
  return copyPage(
    {
      council: 'Skelderby Town Council',
      made: at,
      cases: [sampleCase(), sampleCase({ id: 'case-43', reference: 'C-0043', question: 'long'.repeat(200) })],
      access: [{ at, by: PRIYA, action: 'opened', caseId: 'case-42', reference: 'C-0042' }],
      person: {
        ...SAM,
        settings: { textOnly: false },
        saved: [],
        deeds: [{ reference: 'C-0007', kind: 'answered', at }],
        looked: [{ at, by: SAM, action: 'opened', caseId: 'case-7', reference: 'C-0007' }],
        messages: [{ id: 'm', kind: 'answer', state: 'sent', settled: at }],
        clerkChannel: { linkedIt: false, mayAnswer: true },
      },
    },
    SPEAKER,
  );
}

async function draw(options: { readonly width: number; readonly colorScheme: 'light' | 'dark' }): Promise<void> {
  const { width, colorScheme } = options;
  const context = await browser.newContext({ viewport: { width, height: 844 }, colorScheme });
  page = await context.newPage();
  await page.setContent(samplePage());
}

it.each([
  [320, 'light'],
  [320, 'dark'],
  [1280, 'light'],
  [1280, 'dark'],
] as const)('a copy can be read by everybody, %i pixels wide in the %s theme', async (width, colorScheme) => {
  await draw({ width, colorScheme });
  await page.screenshot({ path: join(PICTURES, `copy-${colorScheme}-${width}.png`), fullPage: true });
  await page.evaluate(AXE);
  const { violations }: AxeResults = await page.evaluate('axe.run()');
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)).toBe(
    false,
  );
});

it('a copy prints on A4, each case on a page of its own', async () => {
  await draw({ width: 1280, colorScheme: 'dark' });
  const pdf = (await page.pdf({ path: join(PICTURES, 'copy.pdf'), preferCSSPageSize: true })).toString('latin1');
  expect(pdf).toMatch(A4);
  expect(pdf.match(/\/Type\s*\/Page\b/gu)?.length).toBeGreaterThanOrEqual(3);
});
