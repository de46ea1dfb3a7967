import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { createRender } from '../../src/adapters/teams/cards';
import { CHART_TEMPLATE, FIGURES } from '../cards/chart-template';
import { FOLDER, NAMES, readSample, VARIANTS } from '../cards/samples';
import { openCardPage } from './render/card-page';
import { findFaults, findOverflow } from './render/find-faults';

const FLAGS = [
  '--disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync',
].flatMap((flags) => flags.split(' '));

/** The drawn samples, to be looked at. */
const PICTURES = join(tmpdir(), 'golden-rule-cards');

const render = createRender(FOLDER);
const samples = NAMES.map((name) => [name, 'sample', readSample(name)] as const);
/** What a phone in the light theme is tried with as well. */
const further = NAMES.flatMap((name) =>
  VARIANTS.filter(({ variant }) => !['sample', 'long'].includes(variant)).map(
    ({ variant, of }) => [name, variant, of(name)] as const,
  ),
);
let browser: Browser;

beforeAll(async () => {
  mkdirSync(PICTURES, { recursive: true });
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    args: ['--no-sandbox', ...FLAGS],
  });
});
afterAll(() => browser.close());

describe.each([
  ['light', 280, [...samples, ...further]],
  ['light', 400, samples],
  ['light', 700, samples],
  ['dark', 280, samples],
  ['dark', 400, samples],
  ['dark', 700, samples],
] as const)('in the %s theme, %i pixels wide,', (theme, width, shown) => {
  let page: Page;
  beforeAll(async () => {
    page = await openCardPage(browser, theme, width);
  });
  afterAll(() => page.close());

  it.each(shown)('the card %s, %s, can be read and used by everybody', async (card, variant, fields) => {
    await page.evaluate((drawn) => window.drawCard(drawn), render({ card, fields, notice: '' }).card);
    if (variant === 'sample')
      await page.locator('#card').screenshot({ path: join(PICTURES, `${card}-${theme}-${width}.png`) });
    expect(await findFaults(page)).toEqual([]);
    expect(await findOverflow(page)).toEqual([]);
  });
});

describe.each(['light', 'dark'] as const)('in the %s theme on a phone, below the emergency number,', (theme) => {
  it.each(['answer', 'choose', 'not-sure', 'findings', 'golden-rule', 'note'] as const)(
    'the card %s can be read and used by everybody',
    async (card) => {
      const page = await openCardPage(browser, theme, 280);
      const first = 'If anyone is in danger now, call 999.';
      const { card: drawn } = render({ card, fields: readSample(card), notice: '', first });
      await page.evaluate((one) => window.drawCard(one), drawn);
      await page.locator('#card').screenshot({ path: join(PICTURES, `${card}-first-${theme}.png`) });
      expect((await page.locator('#card').textContent())?.trim().startsWith(first)).toBe(true);
      expect(await findFaults(page)).toEqual([]);
      expect(await findOverflow(page)).toEqual([]);
      await page.close();
    },
  );
});

describe.each(['light', 'dark'] as const)('in the %s theme', (theme) => {
  it('charts give way to facts that can be read on a phone, where they cannot be drawn', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'charts-'));
    cpSync(FOLDER, folder, { recursive: true });
    writeFileSync(join(folder, 'note.json'), JSON.stringify(CHART_TEMPLATE));
    const { card } = createRender(folder)({ card: 'note', fields: FIGURES, notice: '' });
    rmSync(folder, { recursive: true });
    const page = await openCardPage(browser, theme, 280);
    await page.evaluate((drawn) => window.drawCard(drawn), card);
    const facts = await page.locator('#card tr').allTextContents();
    expect(facts).toEqual(['Photos7', 'Planning3', 'Photos7', 'Planning3']);
    expect(await findFaults(page)).toEqual([]);
    expect(await findOverflow(page)).toEqual([]);
    await page.close();
  });
});

describe('the checks themselves', () => {
  it('see a box without a label, faint words and a word that is too wide', async () => {
    const page = await openCardPage(browser, 'light', 280);
    const body = [
      { type: 'Input.Text', id: 'a' },
      { type: 'TextBlock', text: 'Faint words' },
      { type: 'RichTextBlock', inlines: [{ type: 'TextRun', text: 'Wide words' }] },
    ];
    await page.evaluate((drawn) => window.drawCard(drawn), { type: 'AdaptiveCard', version: '1.5', body });
    await page.addStyleTag({ content: '.ac-textBlock { color: #ddd !important } .ac-richTextBlock { width: 400px }' });
    const faults = (await findFaults(page)).map((fault) => fault.split(':')[0]);
    expect(faults).toEqual(expect.arrayContaining(['color-contrast', 'label']));
    expect(await findOverflow(page)).toContain('the page scrolls sideways');
    await page.close();
  });
});
