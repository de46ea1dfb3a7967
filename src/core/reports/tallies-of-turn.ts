import type { CardName, Turn } from '../reply';
import type { Tally } from './tally';

const CARDS: ReadonlySet<CardName> = new Set(['golden-rule', 'rules', 'abuse-steps', 'urgent']);

/**
 * What a turn adds to the counts. A draft that was checked before is not counted again, so that one draft and its versions stay one.
 * How grave a draft is is not counted: beside the rules it would tell a number that is hidden.
 */
export function talliesOfTurn({ asked = [], check, again, reply }: Turn): readonly Tally[] {
  const about = asked.map(({ kind, id }): Tally => ({ kind, key: id }));
  const card: readonly Tally[] = CARDS.has(reply.card) ? [{ kind: 'card', key: reply.card }] : [];
  return [...about, ...card, ...(check && !again ? talliesOfCheck(check) : [])];
}

function talliesOfCheck({ findings }: NonNullable<Turn['check']>): readonly Tally[] {
  if (findings.length === 0) return [{ kind: 'draft', key: 'clear' }];
  return [...new Set(findings.map(({ rule }) => rule))].map((key) => ({ kind: 'rule', key }));
}
