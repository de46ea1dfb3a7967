type Entry = { readonly id: string; readonly question: string; readonly ways: readonly string[] };
type Case = Entry & { readonly same: readonly string[]; readonly other: readonly string[] };

const { guidanceCases }: { guidanceCases: () => readonly Case[] } = require('../../tools/eval/guidance-cases');
const {
  guidanceBySubject,
}: {
  guidanceBySubject: (knowledge: object) => readonly Entry[];
} = require('../../tools/eval/guidance-by-subject');

describe('the saved answers that are evaluated', () => {
  const cases = guidanceCases();

  it('each have questions that mean the same and others that do not, and no question twice', () => {
    expect(cases.length).toBeGreaterThanOrEqual(24);
    for (const { same, other } of cases) expect([same.length, other.length]).toEqual([4, 4]);
    const all = cases.flatMap(({ question, ways, same, other }) => [question, ...ways, ...same, ...other]);
    expect(new Set(all.map((text) => text.toLowerCase())).size).toBe(all.length);
    expect(new Set(cases.map(({ id }) => id)).size).toBe(cases.length);
  });

  it('can be made of each subject: the title and three ways from the whole length of its list', () => {
    const ways = Array.from({ length: 10 }, (_, at) => `way ${at}`);
    expect(
      guidanceBySubject({
        policy: { passages: [{ id: 'p', summary: 'A summary.', ways }] },
        topics: [{ id: 't', title: 'a title', ways: ways.slice(0, 3) }],
      }),
    ).toEqual([
      { id: 'p', question: 'A summary.', ways: ['way 0', 'way 3', 'way 6'] },
      { id: 't', question: 'a title', ways: ['way 0', 'way 1', 'way 2'] },
    ]);
  });
});
