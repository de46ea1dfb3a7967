import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readBankHolidays } from '../../../src/bank-holidays-file';
import { readCouncil } from '../../../src/config';
import { loadConversation } from '../../../src/conversation-knowledge';
import { passageTurn } from '../../../src/core/conversation/answer-replies';
import { createSpeaker } from '../../../src/core/conversation/speaker';
import type { Council } from '../../../src/core/council';
import type { Passage, Policy } from '../../../src/core/model';
import { policyPage } from '../../../src/core/policy/policy-page';
import { readDocument } from '../../../src/core/policy/read-document';
import { loadKnowledge } from '../../../src/knowledge';

const ROOT = join(__dirname, '../../..');
const SAMPLES = join(__dirname, 'samples');
const council = readCouncil(ROOT, {});
const folder = join(ROOT, 'knowledge');
const known = loadKnowledge(folder);
const { policy } = known;
const bankHolidays = readBankHolidays(join(folder, 'bank-holidays.json'));
const knowledge = { ...known, ...loadConversation(folder, policy.passages, council), bankHolidays };
const page = policyPage(policy, council);
const HOSTILE = `</style></title><script>alert("1")</script> <img src=x onerror='x'> & &amp; &lt;b&gt;`;

describe('the policy page', () => {
  it.each(policy.passages.map((passage) => [passage.id, passage] as const))('holds %s word for word', (id, passage) => {
    const from = page.indexOf(` id="${id}"`);
    expect(from).toBeGreaterThan(0);
    const words = wordsOf(page.slice(page.indexOf('>', from) + 1));
    expect(words.startsWith(passage.text)).toBe(true);
    if (passage.leadIn) expect(wordsOf(page.slice(0, from))).toContain(passage.leadIn);
  });

  it('has the headings of the document in order, and no other', () => {
    expect(headingsOf(page)).toEqual([
      ['h1', 'Social Media Policy for councillors'],
      ['h2', 'Getting started on social media.'],
      ['h3', 'Why should councillors use social media?'],
      ['h3', 'Communicating on social media'],
      ['h3', 'Prioritise what social media platform you use.'],
      ['h2', 'Staying safe and secure online'],
      ['h3', 'How to set yourself up to stay safe using social media'],
      ['h3', 'Keeping your personal and family life private'],
      ['h2', 'Your responsibilities as a councillor'],
      ['h3', 'The golden rule to follow'],
      ['h3', 'Understand what you can and can’t post online, including legally.'],
      ['h2', 'How to deal with negativity and abuse online'],
      ['h3', 'Learn not to feed social media ‘trolls’'],
      ['h3', "Digital citizenship 'rules of engagement'"],
      ['h3', 'Be confident to block and delete followers.'],
      ['h3', 'Taking a break from social media'],
      ['h2', 'Advice for Councillors !'],
      ['h3', 'Rules of engagement'],
      ['h3', 'Handling online abuse'],
    ]);
  });

  it('shows the words of the policy and not those that the clerk wrote about it', () => {
    const shown = policy.passages.filter(({ summary }) => wordsOf(page).includes(summary));
    expect(shown).toEqual([]);
  });

  it('names the council and the clerk', () => {
    expect(wordsOf(page)).toContain('These are the words of the policy of Skelderby Town Council.');
    expect(wordsOf(page)).toContain('ask Priya Shah, the town clerk. Working days: Tuesday and Thursday.');
    expect(page).toContain('<a href="tel:01632960001">01632 960 001</a>');
    expect(page).toContain('href="mailto:clerk@skelderby-tc.gov.uk"');
  });

  it('does not dial a number that has words around it', () => {
    const clerk = { ...council.clerk, phone: '01632 960 001, extension 12' };
    const shown = policyPage(policy, { ...council, clerk });
    expect(shown).not.toContain('tel:');
    expect(wordsOf(shown)).toContain('01632 960 001, extension 12');
  });

  it('gives every id once and has every place that it links to', () => {
    const ids = matches(page, / id="([^"]*)"/gu);
    const places = matches(page, /href="#([^"]+)"/gu);
    expect(ids).toEqual([...new Set(ids)]);
    expect(places.length).toBeGreaterThan(5);
    expect(places.filter((place) => !ids.includes(place))).toEqual([]);
  });

  it('runs nothing and loads nothing', () => {
    expect(page).not.toMatch(/<(?:script|link|img|iframe|form)\b|\ssrc=|\son\w+=|url\(|@import|https?:/iu);
  });

  it.each(readdirSync(SAMPLES))('holds every block and leaves out no rank of headings: %s', (name) => {
    const source = readFileSync(join(SAMPLES, name), 'utf8');
    const shown = policyPage({ ...policy, source, passages: [] }, council);
    const words = wordsOf(shown);
    const { blocks, headings } = readDocument(source);
    expect(blocks.filter(({ start, end }) => !words.includes(source.slice(start, end)))).toEqual([]);
    expect(headingsOf(shown).map(([, text]) => text)).toEqual(headings.map(({ text }) => text));
    const ranks = headingsOf(shown).map(([tag]) => Number(tag.slice(1)));
    expect(ranks.filter((rank, at) => rank > (ranks[at - 1] ?? 0) + 1)).toEqual([]);
  });

  it('shows hostile words as words', () => {
    const source = `# Title ${HOSTILE}\n\n## Heading ${HOSTILE}\n\nWords ${HOSTILE}. You must:\n- item ${HOSTILE}\n`;
    const start = source.indexOf('Words');
    const text = source.slice(start).trimEnd();
    const passage: Passage = {
      id: HOSTILE,
      headings: [],
      text,
      span: { start, end: start + text.length, line: 5 },
      summary: '',
      ways: [],
      forPageUsers: false,
    };
    const hostile: Policy = { ...policy, source, passages: [passage] };
    const clerk = { name: HOSTILE, title: HOSTILE, phone: HOSTILE, email: HOSTILE, days: HOSTILE };
    const hostileCouncil: Council = { ...council, name: HOSTILE, clerk };
    const shown = policyPage(hostile, hostileCouncil);
    expect(shown).not.toMatch(/<script|<img/u);
    expect(matches(shown, /<\/(style|title)>/gu)).toEqual(['title', 'style']);
    expect(matches(shown, / id="([^"]*)"/gu).map(unescaped)).toContain(HOSTILE);
    expect(wordsOf(shown)).toContain(text);
    expect(wordsOf(shown).split(HOSTILE).length - 1).toBe(14);
  });
});

describe('the link of a passage', () => {
  const policyUrl = 'https://golden-rule.example.gov.uk/policy';
  const linkOf = (passage: Passage, where: Council) => {
    const { parts } = passageTurn(passage, createSpeaker(knowledge, where)).reply.fields;
    return (parts as readonly [{ readonly link: string | null }])[0].link;
  };

  it.each(policy.passages.map((passage) => [passage.id, passage] as const))(
    '%s leads to it on the page',
    (_, passage) => {
      const link = new URL(linkOf(passage, { ...council, policyUrl }) ?? '');
      expect(link.href.startsWith(`${policyUrl}#`)).toBe(true);
      expect(page).toContain(` id="${decodeURIComponent(link.hash.slice(1))}"`);
    },
  );

  it('is absent while the council has no address for the page', () => {
    expect(policy.passages.slice(0, 1).map((passage) => linkOf(passage, council))).toEqual([null]);
  });
});

/** What a reader sees or hears: no styles, no tags, the signs themselves. */
function wordsOf(html: string): string {
  return unescaped(html.replace(/<style>.*?<\/style>/su, '').replace(/<[^>]*>/gu, ''));
}

function unescaped(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}

function headingsOf(html: string): readonly (readonly [string, string])[] {
  return [...html.matchAll(/<(h[1-6])\b[^>]*>(.*?)<\/\1>/gu)].map(([, tag = '', text = '']) => [tag, unescaped(text)]);
}

function matches(html: string, sign: RegExp): readonly string[] {
  return [...html.matchAll(sign)].map(([, found = '']) => found);
}
