import { createDraftReader } from '../../../src/core/conversation/read-draft';
import { trainDraftFinder } from '../../../src/core/conversation/train-draft-finder';

const led = (lead: string, draft: string) => ({
  text: lead + draft,
  draft: { start: lead.length, end: lead.length + draft.length },
});
const weights = trainDraftFinder([
  led('reckon this will do ', 'Fun day on the green this Sunday'),
  led('reckon this will do ', 'The library is shut on Monday'),
  led('reckon this will do ', 'Roads are being swept on Friday'),
  { text: 'who is allowed to block people?' },
  { text: 'do I have to reply to everybody?' },
  { text: 'can I use photos of children?' },
]);

describe('createDraftReader', () => {
  it('reads a draft behind plain words as introduced, with or without what was learned', () => {
    for (const read of [createDraftReader(weights), createDraftReader(undefined)])
      expect(read('draft: Fete on Sunday')).toEqual({ draft: 'Fete on Sunday', introduced: true });
  });

  it('finds a draft without plain words by what was learned, and says that nobody introduced it', () => {
    expect(createDraftReader(weights)('reckon this will do Bins are late on Tuesday')).toEqual({
      draft: 'Bins are late on Tuesday',
      introduced: false,
    });
    expect(createDraftReader(undefined)('reckon this will do Bins are late on Tuesday')).toBeUndefined();
  });

  it('looks for one in the beginning of a message that is too long to be answered, and takes it to run to the end', () => {
    const read = createDraftReader(weights);
    const draft = 'Fete on Sunday. '.repeat(300);
    expect(read(`draft: ${draft}`)).toEqual({ draft, introduced: true });
    expect(read(`${'can I block people? '.repeat(300)} draft: ${draft}`)).toBeUndefined();
  });

  it.each(['can I block people?', 'who has to reply?', ''])('finds none in %j, of which it is not sure', (text) => {
    expect(createDraftReader(weights)(text)).toBeUndefined();
  });
});
