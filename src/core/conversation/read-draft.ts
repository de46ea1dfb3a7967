import { words } from '../match/tokens';
import { type DraftWeights, findDraft } from './draft-finder';
import { readDraft } from './draft-text';
import { LONGEST_MESSAGE } from './longest-message';

/**
 * The draft inside a message, a verbatim part of it; `introduced` when plain words stand beside it ("draft: …"). One that was found by
 * likeness, or a quotation and nothing else, may be what somebody wrote to the councillor.
 */
export type FoundInMessage = { readonly draft: string; readonly introduced: boolean };
export type ReadDraft = (message: string) => FoundInMessage | undefined;

/** From this confidence on a message is taken to hold a draft though no plain words lead up to it. Of 629 labelled drafts 18 are missed so, and 20 of 9,312 other messages are taken for one; at 0.8 it is 10 and 51. */
const SURE = 0.95;

/**
 * Reads drafts by plain leads first, then by what was learned from marked messages, if anything was. In a message that is too long to
 * be answered only the beginning is looked at: a draft that is found there is taken to run to the end.
 */
export function createDraftReader(weights: DraftWeights | undefined): ReadDraft {
  return (message) => {
    const found = foundIn(message.slice(0, LONGEST_MESSAGE));
    if (!found || message.length <= LONGEST_MESSAGE) return found;
    return { ...found, draft: message.slice(message.indexOf(found.draft)) };
  };

  function foundIn(message: string): FoundInMessage | undefined {
    const draft = readDraft(message);
    if (draft !== undefined) return { draft, introduced: words(message.replace(draft, ' ')).length > 0 };
    const found = weights && findDraft(message, weights);
    return found && found.confidence >= SURE ? { draft: found.draft, introduced: false } : undefined;
  }
}
