import { readFileSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Locator, type Page } from 'playwright-core';
import { freePort } from './free-port';

type Ports = { readonly assistant: number; readonly councillor: number; readonly clerk: number };
type Rehearsal = { readonly councillor: string; readonly clerk: string; readonly stop: () => Promise<void> };
type StartRehearsal = (given: { folder: string; ports: Ports; tell: (line: string) => void }) => Promise<Rehearsal>;
type Cut = { readonly from: Locator; readonly above: number; readonly to: Locator; readonly below: number };

const ROOT = join(__dirname, '../..');
const { startRehearsal }: { startRehearsal: StartRehearsal } = require('../../tools/try/rehearsal');

const FLAGS = [
  '--disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync',
].flatMap((flags) => flags.split(' '));
/** The pictures of the README are only made anew when that is asked for. */
const PICTURES = process.env.UPDATE_SCREENSHOTS === '1' ? join(ROOT, 'docs') : tmpdir();
/** From the edge of the log to its heading. */
const LOG_EDGE = 16;
/** Time for npm to fetch the Playground on a slow line, and for three programs to start. */
const START_MS = 360_000;

const COVERED = 'can I put my phone number on my page?';
const PASSAGE =
  'As a rule, don’t share personal information such as your personal phone number, date of birth, home address – or photos that make any of these obvious.';
const NOT_COVERED = 'when does the pre-election period start?';
const ANSWER = 'It starts on Monday 22 March. I will send the dates to all councillors this week.';
const FURTHER = 'may I still tell people about the litter pick?';
const SECOND_ANSWER = 'Yes, if you leave the candidates and the parties out of it.';

let browser: Browser | undefined;

describe('with one window for a councillor and one for the clerk', () => {
  let rehearsal: Rehearsal | undefined;
  let councillor: Page;
  let clerk: Page;
  let reference: string;
  beforeAll(async () => {
    const [assistant, first, second] = await Promise.all([freePort(), freePort(), freePort()]);
    const ports = { assistant, councillor: first, clerk: second };
    rehearsal = await startRehearsal({
      folder: await mkdtemp(join(tmpdir(), 'golden-rule-rehearsal-')),
      ports,
      tell: () => {},
    });
    browser = await chromium.launch({
      executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
      args: ['--no-sandbox', ...FLAGS],
    });
    councillor = await openWindow(rehearsal.councillor, 'Personal Chat');
    clerk = await openWindow(rehearsal.clerk, 'Town Council - Clerk');
  }, START_MS);
  afterAll(async () => {
    await browser?.close();
    await rehearsal?.stop();
  });

  it("a question is answered with the policy's own words", async () => {
    await say(councillor, COVERED);
    await councillor.getByText(PASSAGE, { exact: true }).waitFor();
    expect(readFileSync(join(ROOT, 'knowledge/social-media-policy.txt'), 'utf8')).toContain(PASSAGE);
    await picture(councillor, 'councillor-answer', {
      from: councillor.getByText(COVERED, { exact: true }).first(),
      above: 33,
      to: button(councillor, 'Ask the clerk'),
      below: 46,
    });
  });

  it('a question that the policy does not settle is not sent before the councillor has seen what and to whom', async () => {
    await say(councillor, NOT_COVERED);
    await councillor.getByText(/^The policy does not settle this/).waitFor();
    await button(councillor, 'Ask the clerk').click();
    expect(await councillor.getByLabel(/^Your question/).inputValue()).toBe(NOT_COVERED);
    expect(await councillor.getByText(/people in the clerk's channel: .*Priya Shah/).count()).toBe(1);
    expect(await clerk.getByText(NOT_COVERED).count()).toBe(0);
    await button(councillor, 'Send question only').click();
    await seen(councillor, NOT_COVERED);
    const receipt = await councillor.getByRole('heading', { name: /^Your case number is/ }).textContent();
    reference = /C-\d+/.exec(receipt ?? '')?.[0] ?? 'no case number';
  });

  it('the clerk sees the case in the channel and answers on its card', async () => {
    await caseHeading('Waiting for an answer').waitFor();
    await clerk.getByText(NOT_COVERED, { exact: true }).waitFor();
    expect(await clerk.getByRole('heading', { name: 'The draft' }).count()).toBe(0);
    await type(clerk, answerBox(), ANSWER);
    await picture(clerk, 'clerk-channel', {
      from: caseHeading('Waiting for an answer'),
      above: 80,
      to: clerk.getByRole('button', { name: 'Open the case' }).first(),
      below: 26,
    });
    await clerk.getByRole('button', { name: 'I will take this' }).first().click();
    await caseHeading('Taken, with Priya Shah').waitFor();
    await type(clerk, answerBox(), ANSWER);
    await sendAnswer().click();
    await caseHeading('Answered').waitFor();
    await clerk.getByText(ANSWER, { exact: true }).waitFor();
    await councillor.getByRole('heading', { name: `The clerk has answered, ${reference}` }).waitFor();
    await councillor.getByText(ANSWER, { exact: true }).waitFor();
  });

  it('the clerk saves the answer as guidance, and the councillor sees it when asking again', async () => {
    await clerk.getByRole('button', { name: 'Save as guidance' }).first().click();
    await clerk.getByRole('button', { name: 'See what changes' }).first().click();
    await clerk.getByRole('button', { name: 'Publish' }).first().click();
    await clerk.getByText(/^Saved as guidance G-0001\./).waitFor();
    await say(councillor, NOT_COVERED);
    await councillor.getByText(/^Advice from the clerk, /).waitFor();
    await seen(councillor, ANSWER);
  });

  it('the councillor asks more, and the clerk sees it and answers again', async () => {
    await type(councillor, councillor.getByLabel('Your reply').last(), FURTHER);
    await button(councillor, 'Send what I typed').click();
    await councillor.getByText(`I have added that to ${reference} for the clerk.`).waitFor();
    for (const words of [NOT_COVERED, ANSWER, FURTHER]) await seen(councillor, words);
    await clerk.getByRole('heading', { name: `More from the councillor on ${reference}` }).waitFor();
    await caseHeading('The councillor has asked more').waitFor();
    await type(clerk, answerBox(), SECOND_ANSWER);
    await sendAnswer().click();
    await councillor.getByText(SECOND_ANSWER, { exact: true }).waitFor();
  });

  it('the councillor closes the case, and the clerk sees that', async () => {
    await button(councillor, 'Thanks, that is all').click();
    await councillor.getByText(`${reference} is closed.`).waitFor();
    for (const words of [ANSWER, FURTHER, SECOND_ANSWER]) await seen(councillor, words);
    await caseHeading('Closed').waitFor();
    expect(await clerk.getByLabel(/^Your answer/).count()).toBe(0);
  });

  function caseHeading(state: string) {
    return clerk.getByRole('heading', { name: `${reference}: ${state}` });
  }
  /** The newest case stands first in the channel. */
  function answerBox() {
    return clerk.getByLabel(/^Your answer/).first();
  }
  function sendAnswer() {
    return clerk.getByRole('button', { name: 'Send answer' }).first();
  }
});

/** The Playground hides its list of chats in narrow windows. With its log beside it, a chat is as narrow as in Teams. */
async function openWindow(address: string, place: string): Promise<Page> {
  if (!browser) throw new Error('There is no browser.');
  const page = await browser.newPage({
    viewport: { width: 1280, height: 1300 },
    deviceScaleFactor: 1.5,
    locale: 'en-GB',
    timezoneId: 'Europe/London',
  });
  await page.goto(address, { waitUntil: 'domcontentloaded' });
  await page.getByRole('treeitem', { name: place }).click();
  await page
    .getByRole('heading', { name: /^Hello\./ })
    .first()
    .waitFor();
  return page;
}

/** On the newest card that holds these words. */
function seen(page: Page, words: string): Promise<void> {
  return page.getByText(words, { exact: true }).last().waitFor();
}

async function say(page: Page, words: string): Promise<void> {
  await type(page, page.getByRole('textbox').last(), words);
  await page.getByRole('button', { name: 'Send Message' }).click();
}

/** As a person does it: the Playground does not always send what `fill` has put into a box. */
async function type(page: Page, box: Locator, words: string): Promise<void> {
  await box.click();
  await page.keyboard.type(words);
}

/** The last one: older cards in the chat have the same buttons. */
function button(page: Page, name: string) {
  return page.getByRole('button', { name, exact: true }).last();
}

/** Draws the chat between the list of chats and the log, from `above` pixels above one thing to `below` pixels below another. */
async function picture(page: Page, name: string, cut: Cut): Promise<void> {
  const list = await boxOf(page.getByRole('region', { name: 'Chat and Teams Channel' }));
  const log = await boxOf(page.getByText('Log Panel', { exact: true }));
  const [from, to] = [await boxOf(cut.from), await boxOf(cut.to)];
  const [x, y] = [list.x + list.width, from.y - cut.above];
  const clip = { x, y, width: log.x - LOG_EDGE - x, height: to.y + to.height + cut.below - y };
  await page.screenshot({ path: join(PICTURES, `${name}.png`), clip });
}

async function boxOf(locator: Locator) {
  const box = await locator.boundingBox();
  if (!box) throw new Error(`${locator} is not to be seen.`);
  return box;
}
