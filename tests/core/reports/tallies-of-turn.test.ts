import type { Finding } from '../../../src/core/draft/draft';
import type { CardName, Turn } from '../../../src/core/reply';
import { talliesOfTurn } from '../../../src/core/reports/tallies-of-turn';

describe('what a turn adds to the counts', () => {
  it.each<[string, Partial<Turn>, CardName, readonly string[]]>([
    ['an answer', { asked: [{ kind: 'passage', id: 'neg.block' }] }, 'answer', ['passage neg.block']],
    [
      'two questions in one message',
      {
        asked: [
          { kind: 'passage', id: 'neg.block' },
          { kind: 'topic', id: 'other' },
        ],
      },
      'answer',
      ['passage neg.block', 'topic other'],
    ],
    ['a quick card', {}, 'golden-rule', ['card golden-rule']],
    ['danger', {}, 'urgent', ['card urgent']],
    ['a choice that is still to be made', {}, 'choose', []],
    ['a chat', {}, 'note', []],
    ['a clean draft', { check: checkOf() }, 'findings', ['draft clear']],
    [
      'a rule that marks a draft twice',
      { check: checkOf('defamation', 'tone', 'defamation') },
      'findings',
      ['rule defamation', 'rule tone'],
    ],
    ['the next version of a draft', { check: checkOf('tone'), again: true }, 'findings', []],
  ])('%s', (_, more, card, counted) => {
    const turn: Turn = {
      outcome: 'chitchat',
      confidence: 1,
      passages: [],
      reply: { card, fields: {}, notice: '' },
      ...more,
    };
    expect(talliesOfTurn(turn).map(({ kind, key }) => `${kind} ${key}`)).toEqual(counted);
  });
});

function checkOf(...rules: readonly string[]): NonNullable<Turn['check']> {
  const findings = rules.map(
    (rule): Finding => ({
      rule,
      severity: 'stop',
      start: 0,
      end: 1,
      why: '',
      passages: [],
      gap: false,
    }),
  );
  return { severity: rules.length > 0 ? 'stop' : 'ok', findings, unseen: false };
}
