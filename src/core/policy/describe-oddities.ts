import type { HeadingLink } from '../model';
import type { Block, Duplicate, Heading, Line } from './document';
import { readMark } from './read-mark';

type Oddity = { readonly line: number; readonly sentence: string };

type Read = {
  readonly source: string;
  readonly lines: readonly Line[];
  readonly headings: readonly Heading[];
  readonly blocks: readonly Block[];
  readonly headingLinks: readonly HeadingLink[];
  readonly duplicates: readonly Duplicate[];
};

/** Sentences for the clerk about what is odd in a document, in the order of the lines. None of it is changed: quotations stay as they are. */
export function describeOddities(read: Read): readonly string[] {
  return [
    ...read.headingLinks.map(emptyHeading),
    ...strayTitles(read),
    ...read.duplicates.map(duplicate),
    ...read.blocks.flatMap((block) => missingVerbs(read.source, block)),
    ...typography(read),
  ]
    .sort((a, b) => a.line - b.line)
    .map(({ sentence }) => sentence);
}

function emptyHeading({ heading, line, heldBy }: HeadingLink): Oddity {
  const where = heldBy === undefined ? '' : ` Its words seem to stand under "${heldBy}".`;
  return { line, sentence: `Line ${line}: the heading "${heading}" has no words below it.${where}` };
}

/** A heading of the highest level that the contents list does not name and that only other headings follow. */
function strayTitles({ headings, blocks }: Read): readonly Oddity[] {
  const filled = new Set(blocks.map((block) => block.heading?.line));
  const highest = Math.min(...headings.filter(({ named, level }) => named && level > 0).map(({ level }) => level));
  return headings
    .filter(({ named, level, line }, at) => {
      const next = headings[at + 1];
      return named === false && level > 0 && level <= highest && !filled.has(line) && next && next.level > level;
    })
    .map(({ line, text }) => ({
      line,
      sentence: `Line ${line}: "${text}" is a stray title. The contents list does not name it and only headings follow.`,
    }));
}

function duplicate({ line, of }: Duplicate): Oddity {
  return { line, sentence: `Line ${line} says again what line ${of} says. It is not a passage of its own.` };
}

const NEGATIVE = /^(?:do not|don['’]t|never|not|no|avoid)\b/iu;

/** Verbs that begin or carry an item of such a list; an item without any of them probably leans on the one before. */
const VERBS = new Set(
  (
    'am is are was were be been being do does did have has had can may might must shall should will would cannot ' +
    'accept act add agree allow answer apply approach ask attack avoid be block breach bring bully call change check choose click comment comply consider contact ' +
    'create declare delete disclose discuss edit encourage engage ensure expect follow get give go harass help hide identify ignore include ' +
    'insult join keep know lead leave let like link listen look make mention mislead name note offer open post promise promote protect ' +
    'provide publish put quote read refer remember remove reply report repost request respect respond retweet reveal review say seek send set share show ' +
    'sign speak start state stay step stop store support switch tag take tell think threaten treat try turn tweet understand update upload use wait write'
  ).split(' '),
);

function missingVerbs(source: string, { parts, leadIn }: Block): readonly Oddity[] {
  const items = parts.filter(({ kind }) => kind === 'item');
  return items.flatMap((item, at) => {
    const before = items[at - 1];
    if (!before || !NEGATIVE.test(wordsOf(source, before)) || hasVerb(wordsOf(source, item))) return [];
    const together = leadIn ? 'the lead-in and the bullets' : 'the bullets';
    return [
      {
        line: item.line,
        sentence: `Line ${item.line} has no verb and follows a bullet that says what not to do. Quote ${together} together.`,
      },
    ];
  });
}

function wordsOf(source: string, { start, end }: { readonly start: number; readonly end: number }): string {
  const text = source.slice(start, end);
  return text.slice(readMark(text)?.length ?? 0);
}

function hasVerb(text: string): boolean {
  return NEGATIVE.test(text) || (text.toLowerCase().match(/\p{L}+/gu) ?? []).some((word) => VERBS.has(word));
}

/** What to look for in single lines; one sentence for each, with all its lines. */
const TYPOGRAPHY: readonly { readonly sign: RegExp; readonly says: string }[] = [
  { sign: /\s[–—-]\p{L}|\p{L}[–—]\s/u, says: 'a space is missing next to a dash' },
  { sign: /\u00a0/u, says: 'there is a space that does not break' },
  { sign: /\S {2,}\S/u, says: 'there are two spaces where one belongs' },
  { sign: /\s[–—-]$/u, says: 'the line ends in a dash and nothing' },
];

function typography({ lines, blocks }: Read): readonly Oddity[] {
  const leadInEnds = new Set(blocks.map(({ leadIn }) => leadIn?.end));
  return TYPOGRAPHY.flatMap(({ sign, says }) => {
    const odd = lines
      .filter(({ text, end }) => sign.test(text) && !(text.endsWith('–') && leadInEnds.has(end)))
      .map(({ number }) => number);
    const first = odd[0];
    if (first === undefined) return [];
    return [{ line: first, sentence: `${odd.length > 1 ? 'Lines' : 'Line'} ${listOf(odd)}: ${says}.` }];
  });
}

/** 16, 69, 95 to 97 */
function listOf(numbers: readonly number[]): string {
  const runs: { first: number; last: number }[] = [];
  for (const number of numbers) {
    const run = runs.at(-1);
    if (run && run.last === number - 1) run.last = number;
    else runs.push({ first: number, last: number });
  }
  return runs.map(({ first, last }) => (first === last ? `${first}` : `${first} to ${last}`)).join(', ');
}
