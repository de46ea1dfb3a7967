import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type * as AdaptiveCards from 'adaptivecards';
import { createRender } from '../../src/adapters/teams/cards';
import { MOST_BYTES } from '../../src/adapters/teams/fit-card';
import type { CardName } from '../../src/core/reply';
import { lintCard } from './lint-card';
import { CHARTS } from './lint-chart';
import { FOLDER, HOSTILE, HOSTILE_SHOWN, NAMES, readSample, readTemplate, VARIANTS, withWords } from './samples';
import { isPart, partsLike, partsOf } from './walk';

/** Node can load only the bundled form of the renderer. */
const { AdaptiveCard, SerializationContext, Versions }: typeof AdaptiveCards = createRequire(__filename)(
  'adaptivecards/dist/adaptivecards.js',
);
const render = createRender(FOLDER);
const cases = NAMES.flatMap((name) => VARIANTS.map(({ variant, of }) => [name, variant, of(name)] as const));

describe.each(cases)('the card %s, %s', (name, _variant, fields) => {
  const { card } = render({ card: name, fields, notice: '' });

  it('keeps the rules of accessibility', () => expect(lintCard(card)).toEqual([]));

  it('is understood by the renderer of Adaptive Cards 1.5', () => {
    const context = new SerializationContext(Versions.v1_5);
    const parsed = new AdaptiveCard();
    // The renderer's check of lang keeps state and refuses every other "en"; the linter looks at lang instead.
    parsed.parse({ ...card, lang: undefined }, context);
    const events = Array.from({ length: context.eventCount }, (_, index) => context.getEventAt(index).message).filter(
      (message) => !CHARTS.some((type) => message.startsWith(`Unknown element type "${type}". Fallback will be used`)),
    );
    expect([...events, ...parsed.validateProperties().validationEvents.map((event) => event.message)]).toEqual([]);
  });

  it('fits into a message', () => expect(Buffer.byteLength(JSON.stringify(card))).toBeLessThanOrEqual(MOST_BYTES));
});

describe.each(NAMES)('the card %s', (name) => {
  it('shows what people typed nowhere but in runs and boxes', () => {
    const { card } = render({ card: name, fields: withWords(name, HOSTILE_SHOWN), notice: '' });
    const literal = partsOf(card, { fallbacks: true }).map((part) => {
      if (part.type === 'TextRun') return { ...part, text: '' };
      return part.type === 'Input.Text' ? { ...part, value: '' } : part;
    });
    const shallow = literal.map((part) =>
      Object.fromEntries(Object.entries(part).filter(([name, value]) => typeof value === 'string' || name === 'facts')),
    );
    expect(JSON.stringify(shallow)).not.toContain('evil.example');
  });

  it('leaves no place unfilled', () => {
    for (const { of } of VARIANTS.filter(({ variant }) => variant !== 'hostile'))
      expect(JSON.stringify(render({ card: name, fields: of(name), notice: '' }).card)).not.toContain('${');
  });
});

describe('the templates', () => {
  const holdWords = NAMES.filter(
    (name) => JSON.stringify(withWords(name, HOSTILE)) !== JSON.stringify(readSample(name)),
  );

  it.each(holdWords)('show every sign that people typed, and change nothing: %s', (card) => {
    expect(render({ card, fields: withWords(card, HOSTILE), notice: '' }).text).toContain(HOSTILE_SHOWN);
  });

  it('say no more and no less than the policy where their samples quote it', () => {
    const policy = readFileSync(join(__dirname, '../../knowledge/social-media-policy.txt'), 'utf8');
    const quoted = NAMES.flatMap((name) => quotesIn(readSample(name), quotedNames(name)));
    expect(quoted.length).toBeGreaterThan(25);
    expect(quoted.filter((quote) => !policy.includes(quote))).toEqual([]);
  });

  it.each([
    ['stop', ['Ask the clerk', 'Check my new version']],
    ['think', ['Check my new version', 'Ask the clerk']],
    ['ok', ['Check my new version', 'Ask the clerk']],
  ])('offer first what fits a draft with severity %s', (severity, titles) => {
    const fields = { ...readSample('findings'), severity };
    const { card } = render({ card: 'findings', fields, notice: '' });
    expect(partsLike(card, 'Action.').map((action) => action.title)).toEqual(titles);
  });

  it('put the emergency number first and largest', () => {
    const { card } = render({ card: 'urgent', fields: readSample('urgent'), notice: '' });
    const [first, ...others] = partsOf(card).filter((part) => typeof part.text === 'string');
    expect(first).toMatchObject({ text: expect.stringContaining('999'), size: 'ExtraLarge' });
    expect(others.filter((part) => ['Large', 'ExtraLarge'].includes(String(part.size)))).toEqual([]);
  });

  it('never show a person’s words in large type', () => {
    const large = NAMES.flatMap((name) =>
      partsOf(render({ card: name, fields: withWords(name, 'CANARY'), notice: '' }).card)
        .filter((part) => part.size === 'Large' || part.size === 'ExtraLarge')
        .filter((part) => String(part.text).includes('CANARY'))
        .map(() => name),
    );
    expect(large).toEqual(['golden-rule']);
  });

  it('cut the longest words, say so, and leave boxes whole', () => {
    const fields = { ...readSample('clerk-answer'), answer: 'Wait. '.repeat(8_000) };
    const { card, text } = render({ card: 'clerk-answer', fields, notice: '' });
    expect(Buffer.byteLength(JSON.stringify(card))).toBeLessThanOrEqual(MOST_BYTES);
    expect(text).toContain('(The rest is too long to show here.)');
    const consent = { ...readSample('consent'), question: '"'.repeat(4_000), draft: '”'.repeat(4_000) };
    const boxes = partsLike(render({ card: 'consent', fields: consent, notice: '' }).card, 'Input.Text');
    expect(boxes.map((box) => String(box.value).length)).toEqual([4_000, 4_000]);
  });

  it('stop a reply that lacks a field', () => {
    expect(() => render({ card: 'receipt', fields: { days: 'Monday', urgentLine: null }, notice: '' })).toThrow(
      /^The card receipt asks for \$\{reference\}, and the reply has no such field\.$/u,
    );
  });

  it('stop a reply with a card that does not exist', () => {
    expect(() => render({ card: 'fnord' as CardName, fields: {}, notice: '' })).toThrow(
      'There is no card named fnord.',
    );
  });
});

describe('loading the templates', () => {
  const folder = mkdtempSync(join(tmpdir(), 'cards-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  beforeEach(() => cpSync(FOLDER, folder, { recursive: true }));

  it.each([
    ['json(', { text: '$'.concat('{json(x)}') }, 'holds json(. Take it out'],
    ['parts that open and close', { type: 'Action.ShowCard' }, 'holds Action.ShowCard. Take it out'],
    ['dates that Teams does not fill in', { text: '{{DATE(2026-11-01, SHORT)}}' }, 'holds {{DATE(. Take it out'],
  ])('refuses a template with %s', (_, part, sentence) => {
    writeFileSync(join(folder, 'note.json'), JSON.stringify({ ...readTemplate('note'), body: [part] }));
    expect(() => createRender(folder)).toThrow(sentence);
  });

  it('refuses a template that is not JSON', () => {
    writeFileSync(join(folder, 'note.json'), '{');
    expect(() => createRender(folder)).toThrow(/note\.json is not valid JSON/u);
  });

  it('refuses to start without a template', () => {
    rmSync(join(folder, 'note.json'));
    expect(() => createRender(folder)).toThrow(/note\.json cannot be read/u);
  });

  it('needs every template that there is, and has a sample for each', () => {
    for (const name of NAMES) {
      rmSync(join(folder, `${name}.json`));
      expect(() => createRender(folder)).toThrow(`${name}.json`);
      cpSync(join(FOLDER, `${name}.json`), join(folder, `${name}.json`));
      expect(readSample(name)).toEqual(expect.any(Object));
    }
  });
});

/** The fields that hold the policy's words: in two cards the lists do so too. */
function quotedNames(card: CardName): readonly string[] {
  const lists = card === 'rules' || card === 'abuse-steps';
  return ['golden', 'risks', 'streetTest', 'quote', 'leadIn', ...(lists ? ['text'] : [])];
}

function quotesIn(value: unknown, names: readonly string[]): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((one) => quotesIn(one, names));
  if (!isPart(value)) return [];
  return Object.entries(value).flatMap(([name, field]) =>
    names.includes(name) && typeof field === 'string' ? [field] : quotesIn(field, names),
  );
}
