import { createOffice, type Office } from '../cases/office';
import type { Council } from '../council';
import { fill } from '../fill';
import type { Knowledge } from '../known';
import type { Passage } from '../model';
import type { CardName, Fields, Reply } from '../reply';

/** What every reply is made from: the knowledge, the council's settings, and the sentences. */
export type Speaker = {
  readonly knowledge: Knowledge;
  readonly council: Council;
  /** The clerk's clock. */
  readonly office: Office;
  readonly passage: (id: string) => Passage | undefined;
  /** A sentence from the wording file with its places filled. */
  readonly say: (name: string, values?: { readonly [place: string]: string }) => string;
  /** A card; `notice` names the sentence for the lock screen, `values` fill its places. */
  readonly reply: (
    card: CardName,
    fields: Fields,
    notice?: string,
    values?: { readonly [place: string]: string },
  ) => Reply;
  readonly note: (name: string, values?: { readonly [place: string]: string }) => Reply;
};

export function createSpeaker(knowledge: Knowledge, council: Council): Speaker {
  const byId = new Map(knowledge.policy.passages.map((passage) => [passage.id, passage]));
  const always = {
    ...council.contacts,
    assistant: council.assistant,
    council: council.name,
    clerk: council.clerk.name,
    clerk_phone: council.clerk.phone,
  };
  const say = (name: string, values: { readonly [place: string]: string } = {}): string => {
    const sentence = knowledge.wording[name];
    if (sentence === undefined) throw new Error(`knowledge/wording.yaml has no sentence named ${name}.`);
    return fill(sentence, { ...always, ...values });
  };
  const reply: Speaker['reply'] = (card, fields, notice = 'notice_card', values = {}) => ({
    card,
    fields,
    notice: say(notice, values),
  });
  return {
    knowledge,
    council,
    office: createOffice(council, knowledge.bankHolidays),
    passage: (id) => byId.get(id),
    say,
    reply,
    note: (name, values) => reply('note', { heading: null, text: say(name, values) }),
  };
}

/** Where a passage stands, for a reader: the title, then the headings below it. */
export function sectionOf(passage: Passage): string {
  return passage.headings.join(' > ');
}
