import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

type Label = { readonly id: string; readonly q: string; readonly gold: readonly string[]; readonly expect: string };
type Answer = {
  readonly outcome: string;
  readonly confidence?: number;
  readonly passages?: readonly { readonly id?: string; readonly text: string }[];
};
type Answers = ReadonlyMap<string, Answer>;
type Golds = ReadonlyMap<string, string>;
type Score = {
  readonly figures: { readonly [name: string]: number | null };
  readonly intervals: { readonly [name: string]: readonly number[] | null };
  readonly labels: { readonly [expect: string]: { readonly lines: number; readonly right: number } };
  readonly wrong: readonly { readonly label: Label; readonly answer?: Answer }[];
};
type Set = { readonly name: string; readonly labels?: readonly Label[] };
type Given = { readonly golds: Golds; readonly unread: ReadonlySet<string>; readonly list: boolean };

const {
  scoreQuestions,
}: {
  scoreQuestions: (labels: readonly Label[], answers: Answers, golds: Golds) => Score;
} = require('../../tools/eval/score-questions');
const {
  wilsonInterval,
}: {
  wilsonInterval: (part: number, whole: number) => readonly number[] | null;
} = require('../../tools/eval/wilson-interval');
const {
  evaluateSets,
}: {
  evaluateSets: (sets: readonly Set[], answers: Answers, given: Given) => readonly object[];
} = require('../../tools/eval/evaluate-sets');
const {
  readQuestions,
}: { readQuestions: (file: string) => readonly Label[] } = require('../../tools/eval/read-questions');
const { isShaping }: { isShaping: (words: string) => boolean } = require('../../tools/eval/is-shaping');

const KEEP = 'Keep a record of each message before you remove it from the page.';
const ASK = 'Ask the clerk whenever you are not sure about a post.';
const LONG = 'word '.repeat(200);
const GOLDS: Golds = new Map([
  ['keep', KEEP],
  ['ask', ASK],
  ['long', LONG],
]);

/** One line: what is expected with which gold passages, and the outcome that came with which passages and confidence. */
type Line = readonly [
  expect: string,
  gold: readonly string[],
  outcome?: string,
  texts?: readonly string[],
  confidence?: number,
];

function score(lines: readonly Line[]): Score {
  const labels = lines.map(([expect, gold], at) => ({ id: `${at}`, q: `question ${at}`, gold, expect }));
  const answers = lines.flatMap(([, , outcome, texts = [], confidence = 0.5], at): [string, Answer][] =>
    outcome === undefined ? [] : [[`${at}`, { outcome, confidence, passages: texts.map((text) => ({ text })) }]],
  );
  return scoreQuestions(labels, new Map(answers), GOLDS);
}

const FIRST = 'right passage first %';
const TOP3 = 'right passage in top 3 %';
const CLERK = 'passed to the clerk when the policy is silent %';
const BACK = 'asked back with choices %';
const WRONG = 'wrong among answers given as sure %';
const URGENT = 'urgent caught %';
const FALSE_URGENT = 'false urgent';
const ABUSE = 'abuse caught %';
const CHAT = 'chat, help and commands %';
const CARDS = 'golden rule and rules cards %';
const DRAFT = 'draft recognised %';
const AREA = 'area under risk-coverage (lower is better)';
const COVERAGE = 'coverage at 95 % precision %';
const ALL = 'all lines right %';
const MISSING = 'no answer line';

describe('the scorer', () => {
  it.each<[string, string, number | null, readonly Line[]]>([
    ['an answer with the right passage first', FIRST, 100, [['answer', ['keep'], 'answer', [KEEP]]]],
    ['an answer with the right passage second', FIRST, 0, [['answer', ['keep'], 'answer', [ASK, KEEP]]]],
    ['a choice with the right passage first is not first', FIRST, 0, [['answer', ['keep'], 'choose', [KEEP]]]],
    ['a card with the right passage first', FIRST, 100, [['answer', ['keep'], 'golden_rule', [KEEP]]]],
    ['an answer with the right passage third', TOP3, 100, [['answer', ['keep'], 'answer', [ASK, ASK, KEEP]]]],
    ['an answer with the right passage fourth', TOP3, 0, [['answer', ['keep'], 'answer', [ASK, ASK, ASK, KEEP]]]],
    ['a choice with the right passage second', TOP3, 100, [['answer', ['keep'], 'choose', [ASK, KEEP]]]],
    ['the clerk with the right passage nearest', TOP3, 0, [['answer', ['keep'], 'escalate', [KEEP]]]],
    ['any of several gold passages', FIRST, 100, [['answer', ['ask', 'keep'], 'answer', [KEEP]]]],
    ['none of several gold passages', FIRST, 0, [['answer', ['ask', 'keep'], 'answer', ['Be kind to people.']]]],
    ['a passage of 900 characters', FIRST, 100, [['answer', ['keep'], 'answer', [KEEP.padEnd(900)]]]],
    ['a passage of 901 characters', FIRST, 0, [['answer', ['keep'], 'answer', [KEEP.padEnd(901)]]]],
    ['the words of a gold passage that is itself too long', FIRST, 0, [['answer', ['long'], 'answer', [LONG]]]],
    ['capitals and marks', FIRST, 100, [['answer', ['keep'], 'answer', [KEEP.toUpperCase().replaceAll(' ', ', ')]]]],
    ['a run of 60 % of the shorter text', FIRST, 100, [['answer', ['keep'], 'answer', ['Keep a record: good idea']]]],
    ['a run of less than 60 %', FIRST, 0, [['answer', ['keep'], 'answer', ['Keep a good record always']]]],
    ['an answer without passages', FIRST, 0, [['answer', ['keep'], 'answer']]],
    ['the clerk where the policy is silent', CLERK, 100, [['escalate', [], 'escalate', [KEEP]]]],
    ['a choice where the policy is silent', CLERK, 0, [['escalate', [], 'choose', [KEEP]]]],
    [
      'one choice of two lines',
      BACK,
      50,
      [
        ['answer', ['keep'], 'choose'],
        ['chitchat', [], 'chitchat'],
      ],
    ],
    ['an answer with a wrong passage', WRONG, 100, [['answer', ['keep'], 'answer', [ASK]]]],
    ['an answer with a right passage second', WRONG, 0, [['answer', ['keep'], 'answer', [ASK, KEEP]]]],
    ['an answer where the policy is silent, even near', WRONG, 100, [['escalate', ['keep'], 'answer', [KEEP]]]],
    ['an answer to somebody in danger', WRONG, 100, [['urgent', ['keep'], 'answer', [KEEP]]]],
    ['a wrong card is not given as an answer', WRONG, null, [['answer', ['keep'], 'rules', [ASK]]]],
    ['danger that is heard', URGENT, 100, [['urgent', [], 'urgent']]],
    ['danger that is met with steps against abuse', URGENT, 0, [['urgent', [], 'abuse_steps']]],
    ['a false alarm', FALSE_URGENT, 1, [['answer', ['keep'], 'urgent']]],
    ['an alarm at abuse', FALSE_URGENT, 0, [['abuse_steps', [], 'urgent']]],
    ['abuse that is met with the steps', ABUSE, 100, [['abuse_steps', [], 'abuse_steps']]],
    ['abuse that is met as danger', ABUSE, 100, [['abuse_steps', [], 'urgent']]],
    ['abuse that is met with an answer', ABUSE, 0, [['abuse_steps', ['keep'], 'answer', [KEEP]]]],
    [
      'talk',
      CHAT,
      50,
      [
        ['chitchat', [], 'chitchat'],
        ['chitchat', [], 'escalate'],
      ],
    ],
    [
      'both cards',
      CARDS,
      100,
      [
        ['rules', [], 'rules'],
        ['golden_rule', [], 'golden_rule'],
      ],
    ],
    ['an answer that quotes what the card says', CARDS, 100, [['rules', ['keep'], 'answer', [KEEP]]]],
    ['an answer that quotes it second', CARDS, 0, [['golden_rule', ['keep'], 'answer', [ASK, KEEP]]]],
    ['a choice of what the card says', CARDS, 0, [['golden_rule', ['keep'], 'choose', [KEEP]]]],
    [
      'a draft',
      DRAFT,
      50,
      [
        ['check', [], 'check'],
        ['check', [], 'answer', [KEEP]],
      ],
    ],
    [
      'all lines',
      ALL,
      66.7,
      [
        ['check', [], 'check'],
        ['urgent', [], 'urgent'],
        ['chitchat', [], 'urgent'],
      ],
    ],
    [
      'a missing answer is wrong',
      ALL,
      50,
      [
        ['chitchat', []],
        ['chitchat', [], 'chitchat'],
      ],
    ],
    [
      'a missing answer is counted',
      MISSING,
      1,
      [
        ['chitchat', []],
        ['chitchat', [], 'chitchat'],
      ],
    ],
    [
      'a missing answer is left out of its share',
      FIRST,
      100,
      [
        ['answer', ['keep']],
        ['answer', ['keep'], 'answer', [KEEP]],
      ],
    ],
    ['a missing answer counts among those asked back', BACK, 0, [['answer', ['keep']]]],
  ])('counts %s (%s: %p)', (_, figure, value, lines) => {
    expect(score(lines).figures[figure]).toBe(value);
  });

  it('has no share of nothing', () => {
    const { figures, intervals, labels, wrong } = score([]);
    const { questions, [MISSING]: missing, [FALSE_URGENT]: alarms, ...rest } = figures;
    expect([questions, missing, alarms]).toEqual([0, 0, 0]);
    expect(Object.keys(rest)).toHaveLength(13);
    expect(Object.values(rest).every((value) => value === null)).toBe(true);
    expect(Object.values(intervals).every((value) => value === null)).toBe(true);
    expect([labels, wrong]).toEqual([{}, []]);
  });

  const good = (confidence: number): Line => ['answer', ['keep'], 'answer', [KEEP], confidence];
  const bad = (confidence: number): Line => ['answer', ['keep'], 'answer', [ASK], confidence];
  it.each<[string, number, number, readonly Line[]]>([
    ['the right ones first', 0.208, 50, [bad(0.1), good(0.9), bad(0.2), good(0.8)]],
    ['the wrong one first', 0.75, 0, [good(0.1), bad(0.9)]],
    ['a wrong one among forty that comes last', 0.001, 100, [...Array.from({ length: 39 }, () => good(0.9)), bad(0.1)]],
    ['lines of equal confidence in their order', 0.25, 50, [good(0.5), bad(0.5)]],
    [
      'the clerk where the policy is silent as a risk at the very end',
      0.25,
      50,
      [['escalate', [], 'escalate', [], 1], good(0.1)],
    ],
    [
      'an answer where the policy is silent as a risk at its confidence',
      0.75,
      0,
      [['escalate', [], 'answer', [], 1], good(0.1)],
    ],
    [
      'only what is answered or silent',
      0,
      100,
      [good(0.1), ['urgent', [], 'answer', [], 1], ['chitchat', [], 'answer', [], 1]],
    ],
  ])('ranks %s (area %p, coverage %p)', (_, area, coverage, lines) => {
    const { figures } = score(lines);
    expect([figures[AREA], figures[COVERAGE]]).toEqual([area, coverage]);
  });

  it('counts lines and right ones by label, missing ones too, and gives the wrong lines in order', () => {
    const { labels, wrong } = score([
      ['answer', ['keep'], 'answer', [KEEP]],
      ['answer', ['keep']],
      ['check', [], 'rules'],
    ]);
    expect(labels).toEqual({ answer: { lines: 2, right: 1 }, check: { lines: 1, right: 0 } });
    expect(wrong.map(({ label, answer }) => [label.id, answer?.outcome])).toEqual([
      ['1', undefined],
      ['2', 'rules'],
    ]);
  });

  it('takes an answer without a confidence and without passages as it is', () => {
    const label = { id: 'a', q: 'q', gold: ['keep'], expect: 'answer' };
    const { figures } = scoreQuestions([label], new Map([['a', { outcome: 'answer' }]]), GOLDS);
    expect([figures[FIRST], figures[WRONG], figures[AREA]]).toEqual([0, 100, 1]);
  });

  it('says which line has a gold passage or an expectation that is not known', () => {
    expect(() => score([['answer', ['gone'], 'answer', [KEEP]]])).toThrow('0: the gold passage "gone" is not in');
    expect(() => score([['sing', [], 'answer']])).toThrow('0: nothing is known about the expectation "sing".');
  });
});

describe('the interval', () => {
  // From R. G. Newcombe, Two-sided confidence intervals for the single proportion, Statistics in Medicine 17 (1998), method 3.
  it.each([
    [81, 263, [25.5, 36.6]],
    [15, 148, [6.2, 16]],
    [0, 20, [0, 16.1]],
    [1, 29, [0.6, 17.2]],
    [20, 20, [83.9, 100]],
    [0, 0, null],
  ])('of %p in %p is %p', (part, whole, interval) => {
    expect(wilsonInterval(part, whole)).toEqual(interval);
  });
});

describe('the sets', () => {
  const labels = ['seen', 'unseen'].map((q) => ({ id: q, q, gold: [], expect: 'chitchat' }));
  const given = { golds: GOLDS, unread: new Set(['unseen']), list: true };

  it.each(['our own', 'a file that holds it too'])('a question that only measures is never listed in %s', (name) => {
    const [result] = evaluateSets([{ name, labels }], new Map(), given);
    expect(result).toMatchObject({ name, wrong: [{ label: { q: 'seen' } }], kept: 1, figures: { questions: 2 } });
    expect(JSON.stringify(result)).not.toContain('unseen');
  });

  it('nothing is listed where nobody asks for it, and a set that is not here is said to be missing', () => {
    const results = evaluateSets([{ name: 'a', labels }, { name: 'b' }], new Map(), { ...given, list: false });
    expect(JSON.stringify(results)).not.toContain('seen');
    expect(results[1]).toEqual({ name: 'b', missing: true });
  });

  it('the first byte of the hash of the words says which part a question is in', () => {
    // SHA-256 of "abc" begins with ba, that of nothing with e3.
    expect([isShaping('abc'), isShaping('')]).toEqual([true, false]);
  });
});

describe('files', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'eval-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const write = (name: string, lines: readonly (object | string)[]) => {
    const file = join(folder, name);
    writeFileSync(file, lines.map((line) => `${typeof line === 'string' ? line : JSON.stringify(line)}\n`).join(''));
    return file;
  };
  const label = { id: 'x', q: 'may I?', gold: ['keep'], expect: 'answer' };

  it('questions are read with ids that no other file has, without drafts and empty lines', () => {
    const file = write('set.jsonl', [
      { ...label, note: 'n' },
      '',
      { id: 'd', draft: 'hello', severity: 'ok', risks: [] },
    ]);
    expect(readQuestions(file)).toEqual([{ ...label, id: 'set/x' }]);
  });

  it.each<[string, object | string, string]>([
    ['no JSON', '{', 'line 2: this is not a JSON object.'],
    ['no gold passages', { id: 'y', q: 'q', expect: 'answer' }, 'line 2: a labelled question needs'],
    ['the id of another', label, 'line 2: the id "x" stands in this file twice.'],
  ])('a line with %s is named', (_, line, sentence) => {
    expect(() => readQuestions(write('set.jsonl', [label, line]))).toThrow(sentence);
  });

  const beside = join(__dirname, '../../../shared/eval');
  (existsSync(join(beside, 'score.mjs')) ? it : it.skip)('the figures equal those of score.mjs to the digit', () => {
    const passages: { id: string; text: string }[] = JSON.parse(readFileSync(join(beside, 'passages.json'), 'utf8'));
    const golds = new Map(passages.map(({ id, text }) => [id, text]));
    const { labels, answers } = madeUp(passages);
    const files = [write('labels.jsonl', labels), write('answers.jsonl', answers)];
    const printed = execFileSync(process.execPath, [join(beside, 'score.mjs'), ...files, '--json'], {
      encoding: 'utf8',
    });
    const score = scoreQuestions(labels, new Map(answers.map((answer) => [answer.id, answer])), golds);
    expect(score.figures).toEqual(JSON.parse(printed));
    expect(new Set(Object.values(score.figures)).size).toBeGreaterThan(12);
  });
});

/** Labels and answers of every sort, the same every time: right, nearly right and wrong passages, long ones, ties, lines without an answer. */
function madeUp(passages: readonly { readonly id: string; readonly text: string }[]) {
  let state = 7;
  const pick = (below: number) => {
    state = (state * 48271) % 2147483647;
    return state % below;
  };
  const one = <T>(list: readonly T[]): T => list[pick(list.length)] as T;
  const expected = [
    'answer',
    'answer',
    'answer',
    'escalate',
    'urgent',
    'abuse_steps',
    'chitchat',
    'golden_rule',
    'rules',
    'check',
  ];
  const outcomes = [
    'answer',
    'choose',
    'golden_rule',
    'abuse_steps',
    'rules',
    'check',
    'escalate',
    'urgent',
    'chitchat',
  ];
  const labels = Array.from({ length: 500 }, (_, at) => ({
    id: `${at}`,
    q: `question ${at}`,
    gold: Array.from({ length: pick(4) }, () => one(passages).id),
    expect: one(expected),
  }));
  const answers = labels.flatMap(({ id, gold, expect }) => {
    if (pick(12) === 0) return [];
    const goldTexts = passages.filter((passage) => gold.includes(passage.id)).map(({ text }) => text);
    const texts = Array.from({ length: pick(5) }, () => {
      const text = goldTexts.length > 0 && pick(2) === 0 ? one(goldTexts) : one(passages).text;
      return one([text, text.slice(pick(text.length)), text.toUpperCase(), text.padEnd(890 + pick(20)), '']);
    });
    const outcome = pick(2) === 0 ? expect : one(outcomes);
    const confidence = pick(10) === 0 ? {} : { confidence: pick(20) / 20 };
    return [{ id, outcome, ...confidence, passages: texts.map((text) => ({ id: 'p', text })) }];
  });
  return { labels, answers };
}
