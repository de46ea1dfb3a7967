import { maySeekMore, seeksMore } from '../../../src/core/conversation/follow-up';

describe('maySeekMore', () => {
  it.each([
    'and what about Instagram?',
    'what about on Facebook',
    'But if they are children?',
    'why?',
    'how come',
    'says who',
    'what if it is a private group',
    'is it the same for WhatsApp',
    'even at the weekend?',
    'photos?',
    'can I do it for them?',
    'no, the other one',
  ])('takes "%s" for a question that goes on', (text) => {
    expect(maySeekMore(text)).toBe(true);
  });

  it.each([
    ['a question about two things', 'photos of children'],
    ['a question that only begins like one that goes on', 'Button badges for councillors'],
    ['a long question, whatever its first word', 'and what about a photo of the school fete with children in it'],
    ['a question of its own', 'Can I block trolls on my page?'],
    ['nothing', ''],
    ['marks alone', '?!'],
    ['a picture', '👍'],
  ])('takes %s for what it says: "%s"', (_, text) => {
    expect(maySeekMore(text)).toBe(false);
  });

  it('draws the line at nine words', () => {
    expect(maySeekMore('and what about a photo of the school fete')).toBe(true);
    expect(maySeekMore('and what about a photo of the big school fete')).toBe(false);
  });

  it('hears the same in capitals and with curly apostrophes', () => {
    expect(maySeekMore('AND WHAT’S THE RULE ON TWITTER')).toBe(true);
  });
});

describe('seeksMore', () => {
  it.each(['and for instagram?', 'what about WhatsApp', 'and on a Sunday', 'same with photos?', 'even if it is true?'])(
    'takes "%s" for nothing without the question before it',
    (text) => {
      expect(seeksMore(text)).toBe(true);
    },
  );

  it.each([
    'and can I block him?',
    'why?',
    'but should I reply',
    'for parking fines can I post names',
    'Photos of children?',
  ])('leaves "%s" to be understood by itself first', (text) => {
    expect(seeksMore(text)).toBe(false);
  });
});
