import type { DraftToken } from './draft-tokens';

/** Names of what is seen at one place of a message; the learned weights of a place's names add up to its score. */
export type DraftFeatures = readonly string[];

/** What tells that the draft begins with token `at`: the words and marks around it, the words that lead up to it, and how much follows. */
export function beginningFeatures(tokens: readonly DraftToken[], at: number): DraftFeatures {
  const [before3, before2, before] = [formAt(tokens, at - 3), formAt(tokens, at - 2), formAt(tokens, at - 1)];
  const [first, second] = [formAt(tokens, at), formAt(tokens, at + 1)];
  const lead = wordsOf(tokens.slice(0, at));
  const last = lead.slice(-6);
  const mark = markBefore(tokens, at);
  const quotes = tokens.slice(0, at).filter(({ form }) => form === '"').length;
  const marks = tokens.slice(0, Math.max(0, at - 1)).filter(({ form }) => [':', '\n', '"'].includes(form)).length;
  return [
    `1 ${before}`,
    `2 ${before2}`,
    `21 ${before2} ${before}`,
    `321 ${before3} ${before2} ${before}`,
    `f ${first}`,
    `ff ${first} ${second}`,
    `1f ${before} ${first}`,
    `lead ${Math.min(12, lead.length)}`,
    `mark ${mark} ${tokens[at]?.isCapital ? 'A' : 'a'}`,
    `mark1 ${mark} ${lead.at(-1) ?? ''}`,
    `mark2 ${mark} ${lead.at(-2) ?? ''} ${lead.at(-1) ?? ''}`,
    `quotes ${quotes % 2} ${before === '"'}`,
    `marks ${Math.min(3, marks)}`,
    `begins ${lead[0] ?? ''} ${lead[1] ?? ''}`,
    `rest ${sizeOf(wordsOf(tokens.slice(at)).length)}`,
    ...(at === 0 ? ['at the beginning'] : []),
    ...last.map((word) => `near ${word}`),
    ...pairsOf(last).map((pair) => `near ${pair}`),
  ];
}

/** What tells that a message holds no draft at all. */
export function noDraftFeatures(tokens: readonly DraftToken[]): DraftFeatures {
  const words = wordsOf(tokens);
  const has = (form: string) => tokens.some((token) => token.form === form);
  return [
    'none',
    `none length ${sizeOf(words.length)}`,
    `none asks ${tokens.at(-1)?.form === '?'}`,
    `none colon ${has(':')}`,
    `none break ${has('\n')}`,
    `none quotes ${Math.min(3, tokens.filter(({ form }) => form === '"').length)}`,
    `none last ${words.at(-1) ?? ''}`,
    `none last ${words.slice(-2).join(' ')}`,
    ...words.slice(0, 5).map((word) => `none begins ${word}`),
    ...pairsOf(words.slice(0, 4)).map((pair) => `none begins ${pair}`),
    ...[...new Set(words)].map((word) => `none has ${word}`),
  ];
}

/** What tells that a draft which began with token `from` ends before token `at`: the marks there and what is asked behind it. */
export function endFeatures(tokens: readonly DraftToken[], from: number, at: number): DraftFeatures {
  const [last, next, second] = [formAt(tokens, at - 1), formAt(tokens, at), formAt(tokens, at + 1)];
  const behind = wordsOf(tokens.slice(at));
  const opening = formAt(tokens, from - 1);
  const closes = /^["']$/u.test(opening) ? String(next === opening) : 'open';
  const whole = at === tokens.length;
  return [
    `end ${last}`,
    `end before ${next}`,
    `end before ${next} ${second}`,
    `end between ${last} ${next}`,
    `end behind ${Math.min(15, behind.length)}`,
    `end whole ${whole}`,
    `end closes ${closes} ${whole}`,
    `end asks ${tokens.at(-1)?.form === '?'} ${whole}`,
    `end mark ${markBefore(tokens, at)} ${tokens[at]?.isCapital ? 'A' : 'a'}`,
    `end asked ${tokens.at(-1)?.form === '?'} ${markBefore(tokens, at)} ${Math.min(12, behind.length)}`,
    ...behind.slice(0, 4).map((word) => `end words ${word}`),
    ...pairsOf(behind.slice(0, 4)).map((pair) => `end words ${pair}`),
  ];
}

function formAt(tokens: readonly DraftToken[], at: number): string {
  return tokens[at]?.form ?? (at < 0 ? '^' : '$');
}

/** The mark before a token, or "word" when a word stands there. */
function markBefore(tokens: readonly DraftToken[], at: number): string {
  const before = tokens[at - 1];
  return before && !before.isWord ? before.form : 'word';
}

function wordsOf(tokens: readonly DraftToken[]): readonly string[] {
  return tokens.filter(({ isWord }) => isWord).map(({ form }) => form);
}

function pairsOf(words: readonly string[]): readonly string[] {
  return words.slice(1).map((word, at) => `${words[at]} ${word}`);
}

function sizeOf(count: number): string {
  if (count < 3) return String(count);
  return count < 6 ? 'few' : count < 12 ? 'some' : count < 25 ? 'many' : 'very many';
}
