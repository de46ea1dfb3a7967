import { chat } from '../core/conversation/card-replies';
import { readReference } from '../core/conversation/commands';
import { caseAsText } from '../core/records/case-as-text';
import type { Turn } from '../core/reply';
import type { Surroundings, Visit } from './surroundings';

/** Messages sent for one request: Teams lets a conversation have seven in two seconds. */
const MOST_MESSAGES = 5;

/** In UTF-16 code units: three bytes each at most, so that no card would have to be cut (`fit-card.ts`). */
const LONGEST_MESSAGE = 6_000;

/**
 * "my data all": the councillor's cases, newest first, as plain messages to copy; "my data all C-0012" goes on from that case. A case is
 * never left half sent, so a very long one may bring more messages.
 */
export async function sendMyData(visit: Visit, rest: string, given: Surroundings): Promise<Turn> {
  const { store, speaker } = given;
  const cases = await store.cases.ofCouncillor(visit.tenant, visit.from.id);
  if (cases.length === 0) return chat(speaker.note('my_data_none'));
  const from = readReference(rest);
  const begin = Math.max(
    0,
    cases.findIndex(({ reference }) => reference === from),
  );
  let sent = 0;
  for (const one of cases.slice(begin)) {
    if (sent >= MOST_MESSAGES) return chat(speaker.note('my_data_go_on', { reference: one.reference }));
    for (const text of pieces(caseAsText(one, speaker))) {
      if (!(await sendPlain(visit, text, given))) return chat(speaker.note('my_data_failed'));
      sent += 1;
    }
  }
  return chat(speaker.note('my_data_sent'));
}

/** A text in pieces that a message holds, none of them ending within a character of two code units. */
function pieces(text: string): readonly string[] {
  if (text.length <= LONGEST_MESSAGE) return [text];
  const piece = text.slice(0, LONGEST_MESSAGE).replace(/[\ud800-\udbff]$/u, '');
  return [piece, ...pieces(text.slice(piece.length))];
}

/** Straight out and not through the outbox, which would have to keep the words: if it fails, the councillor is told to ask again. */
async function sendPlain({ address }: Visit, text: string, { speaker, messenger }: Surroundings): Promise<boolean> {
  const reply = { ...speaker.reply('note', { heading: null, text }), plain: true } as const;
  const { kind } = await messenger.post(address, reply, { textOnly: true });
  return kind === 'sent';
}
