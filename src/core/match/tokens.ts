/** Text -> comparable words. Matching works on this copy; quotations always come from the source. */

/** Lower case, one kind of apostrophe, compatibility forms folded, links reduced to a word. */
export function normalise(text: string): string {
  const folded = PLAIN.test(text) ? text.toLowerCase() : fold(text);
  return folded
    .replace(/\bhttps?:\/\/\S{1,2000}/gu, ' link ')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** Nothing in such a text needs folding, which takes most of the time. */
const PLAIN = /^[\t\n\r -_a-~]*$/u;

function fold(text: string): string {
  return (
    text
      // Before the folding, which would take an acute accent apart into a space and a mark.
      .replace(/[‘’‛`´]/gu, "'")
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[\u200b-\u200d\u2060\ufeff\u00ad]/gu, '')
  );
}

/** The words of a text in order, apostrophes dropped: "can't" -> "cant". */
export function words(text: string): readonly string[] {
  const found = normalise(text).match(/[\p{L}\p{N}]+(?:'[\p{L}]+)*/gu) ?? [];
  return found.map((word) => word.replaceAll("'", ''));
}

/** Words that carry grammar rather than subject; left out of term ranking, kept for phrasing. */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  (
    'a an the and or but if so as at by for from in into of off on onto out over to up down with within without about than then that this these those there here ' +
    'i im ive id ill me my mine myself we us our ours you your yours u ur he him his she her hers it its they them their theirs ' +
    'is am are was were be been being do does did done doing have has had having will would shall should can could may might must wont wouldnt shouldnt cant cannot couldnt dont doesnt didnt isnt arent wasnt ' +
    'what which who whom whose when where why how whether just very really quite also too only even still not no nor any some all both each every other another such own same ' +
    'please pls thanks hi hello hiya ok okay yes well now get got go going let lets say said thing things stuff something anything one ones like want wanted need know think'
  ).split(' '),
);

/** The words that say next to nothing about a subject, fewer than the stop words: "post about" and "have to" help to rank. */
export const GRAMMAR_WORDS: ReadonlySet<string> = new Set(
  (
    'a an the and or but if of to in on at for by from with is are was were be been am i im my me you your it its this that do does did ' +
    'can could will would should have has had as so we us our they them their he his she her not no any there what which who when where why how'
  ).split(' '),
);

/**
 * A light English stemmer: plural, -ing, -ed, -ly, -er and a final e, only where a stem of three letters is left; four before -ly,
 * so that "reply" meets "replies". Enough to bring "posting", "posted" and "posts" together.
 */
export function stem(word: string): string {
  if (word.length < 4 || /\d/u.test(word)) return word;
  let root = word;
  for (const [ending, replacement, least = 3] of ENDINGS_BY_LETTER.get(word.at(-1) ?? '') ?? []) {
    if (!root.endsWith(ending) || root.length - ending.length < least) continue;
    root = root.slice(0, root.length - ending.length) + replacement;
    break;
  }
  if (root.at(-1) === root.at(-2) && DOUBLED.includes(root.at(-1) ?? '')) root = root.slice(0, -1);
  if (root.length > 3 && root.endsWith('e')) root = root.slice(0, -1);
  if (root.length > 3 && root.endsWith('y')) root = `${root.slice(0, -1)}i`;
  return root;
}

/** Letters that are doubled before an ending: "plan", "planning". */
const DOUBLED = 'bdfgkmnprt';

/** An ending, what takes its place, and how many letters must stand before it. */
const ENDINGS: readonly (readonly [string, string, number?])[] = [
  ['ational', 'ate'],
  ['ations', 'ate'],
  ['ation', 'ate'],
  ['fulness', 'ful'],
  ['nesses', ''],
  ['ness', ''],
  ['ments', 'ment'],
  ['ities', 'ity'],
  ['ingly', ''],
  ['edly', ''],
  ['ings', ''],
  ['ing', ''],
  ['ied', 'y'],
  ['ies', 'y'],
  ['ers', ''],
  ['sses', 'ss'],
  ['eed', 'eed'],
  ['ed', ''],
  ['es', 'e'],
  ['ly', '', 4],
  ['er', ''],
  ['ss', 'ss'],
  ['us', 'us'],
  ['is', 'is'],
  ['s', ''],
];
const ENDINGS_BY_LETTER = new Map(
  ENDINGS.map(([ending]) => [ending.at(-1), ENDINGS.filter(([other]) => other.at(-1) === ending.at(-1))]),
);

/** Stemmed subject words of a text; falls back to all words when nothing but grammar is left. */
export function terms(text: string): readonly string[] {
  const all = words(text);
  const kept = all.filter((word) => !STOP_WORDS.has(word));
  return (kept.length > 0 ? kept : all).map(stem);
}
