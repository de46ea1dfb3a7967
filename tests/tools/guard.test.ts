type Class = { readonly kind: string; readonly id: string; readonly ways: readonly string[] };
type Answer = { readonly outcome: string; readonly passages: readonly { readonly text: string }[] };
type Answerer = (question: string) => Promise<Answer>;
type Label = { readonly id: string; readonly q: string; readonly gold: readonly string[]; readonly expect: string };

const {
  changedWays,
}: {
  changedWays: (before: readonly Class[], now: readonly Class[]) => readonly object[];
} = require('../../tools/eval/changed-ways');
const {
  unevenClasses,
}: {
  unevenClasses: (classes: readonly Class[]) => { few: readonly { id: string }[]; many: readonly { id: string }[] };
} = require('../../tools/eval/uneven-classes');
const {
  sharedWays,
}: { sharedWays: (classes: readonly Class[]) => readonly object[] } = require('../../tools/eval/shared-ways');
const {
  copiedWays,
}: {
  copiedWays: (classes: readonly Class[], questions: readonly { q: string }[]) => readonly { way: string }[];
} = require('../../tools/eval/copied-ways');
const {
  compareAnswers,
}: {
  compareAnswers: (
    labels: readonly Label[],
    answerers: { before: Answerer; now: Answerer },
    golds: ReadonlyMap<string, string>,
  ) => Promise<{ before: number; now: number; lost: readonly { label: Label }[]; won: readonly { label: Label }[] }>;
} = require('../../tools/eval/compare-answers');

function classOf(id: string, ways: readonly string[], kind = 'passage'): Class {
  return { kind, id, ways };
}

function many(id: string, count: number, kind?: string): Class {
  return classOf(
    id,
    Array.from({ length: count }, (_, at) => `${id} ${at}`),
    kind,
  );
}

it('ways that came and went are counted by class, new and removed classes too', () => {
  const before = [classOf('a', ['one', 'two']), classOf('b', ['three']), classOf('same', ['four'])];
  const now = [classOf('a', ['two', 'five', 'six']), classOf('c', ['three']), classOf('same', ['four'])];
  expect(changedWays(before, now)).toEqual([
    { name: 'passage a', added: 2, removed: 1, ways: 3 },
    { name: 'passage c', added: 1, removed: 0, ways: 1 },
    { name: 'passage b', added: 0, removed: 1, ways: 0 },
  ]);
});

it('a class is too faint below 40 ways, and too loud above three times the median of its own kind', () => {
  const classes = [many('a', 39), many('b', 40), many('c', 120), many('d', 121), many('e', 40), many('t', 500, 'talk')];
  const { few, many: loud } = unevenClasses(classes);
  expect(few).toEqual([{ kind: 'passage', id: 'a', ways: 39, median: 40 }]);
  expect(loud).toEqual([{ kind: 'passage', id: 'd', ways: 121, median: 40 }]);
});

it('a way in two classes is found whatever its capitals, marks and apostrophes', () => {
  const classes = [
    classOf('a', ["What's a troll?", 'same', 'Same', '👍']),
    classOf('b', ['whats a TROLL']),
    classOf('b', ['👋'], 'talk'),
  ];
  expect(sharedWays(classes)).toEqual([{ way: "What's a troll?", classes: ['passage a', 'passage b'] }]);
});

it.each([
  ['the same words', 'May I post photos?', 'may i POST photos', true],
  ['short words that are everybody’s', 'rules please mate', 'rules please mate', false],
  [
    'a word changed in a long question',
    'can I post a photo of my street party',
    'can I post a photo of my street fete',
    true,
  ],
  ['more words around it', 'can I post a photo of him', 'hi there, can I post a photo of him or not', true],
  ['a beginning in common', 'can I post a photo of my street party', 'can I post a photo', false],
  ['four words of a short question', 'can I just lurk', 'can I just lurk and listen', false],
])('a way with %s of a labelled question is told from a copy', (_, q, way, copied) => {
  expect(copiedWays([classOf('a', [way])], [{ q }])).toHaveLength(copied ? 1 : 0);
});

it('what is lost and what is won is told apart from what stays', async () => {
  const labels = ['stays', 'lost', 'won', 'never'].map((q) => ({ id: q, q, gold: ['a'], expect: 'answer' }));
  const among =
    (right: readonly string[]): Answerer =>
    async (question) => ({ outcome: 'answer', passages: [{ text: right.includes(question) ? 'be kind' : 'no' }] });
  const answerers = { before: among(['stays', 'lost']), now: among(['stays', 'won']) };
  const { before, now, lost, won } = await compareAnswers(labels, answerers, new Map([['a', 'Be kind.']]));
  expect([before, now]).toEqual([2, 2]);
  expect(lost.map(({ label }) => label.q)).toEqual(['lost']);
  expect(won.map(({ label }) => label.q)).toEqual(['won']);
});
