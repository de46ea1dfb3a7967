import { hashOf } from '../../../src/core/match/features';
import { createLexicon, NO_LEXICON } from '../../../src/core/match/lexicon';
import { matchClasses } from '../../../src/core/match/match-classes';
import { buildIndex, textsOf } from '../../../src/core/match/match-index';
import { passageOf } from '../asking';
import { all, some } from './some-knowledge';

const PHOTOS = { ways: ['can I post photos', 'a photo of her'], heading: 'Pictures', body: 'Ask before you post.' };
const CLERK = { ways: ['who is the clerk'], heading: '', body: '' };

describe('buildIndex', () => {
  it('knows the words of ways, heading and body that others may be mended to, once and in alphabetical order', () => {
    expect(buildIndex([PHOTOS, CLERK], NO_LEXICON).words.known).toBe('before clerk photo photos pictures post');
  });

  it('has every text under its number among the exemplars', () => {
    const { texts } = buildIndex([PHOTOS, CLERK], NO_LEXICON);
    expect([0, 1, 2, 3, 4].map((place) => texts.at(place))).toEqual([
      ...PHOTOS.ways,
      PHOTOS.body,
      ...CLERK.ways,
      undefined,
    ]);
  });

  it('counts a body among the exemplars of its class, and an empty one not', () => {
    expect([...buildIndex([PHOTOS, CLERK], NO_LEXICON).exemplars.firsts]).toEqual([0, 3, 4]);
    expect(textsOf(PHOTOS)).toEqual([...PHOTOS.ways, PHOTOS.body]);
    expect(textsOf(CLERK)).toEqual(CLERK.ways);
  });

  it('has as many exemplars as texts for every class of the repository', () => {
    const classes = matchClasses(some);
    const { firsts } = buildIndex(classes, NO_LEXICON).exemplars;
    classes.forEach((one, at) => {
      expect((firsts[at + 1] ?? 0) - (firsts[at] ?? 0)).toBe(textsOf(one).length);
    });
  });

  it('lists terms by rising hash, with the words of the heading among them', () => {
    const { terms } = buildIndex([PHOTOS, CLERK], NO_LEXICON).terms;
    expect([...terms]).toEqual([...terms].toSorted((a, b) => a - b));
    expect([...terms]).toContain(hashOf('pictur'));
  });

  it('has the concepts of the lexicon as terms', () => {
    const plain = buildIndex([PHOTOS, CLERK], NO_LEXICON).terms.terms.length;
    const concepts = createLexicon({ pictures: ['photos'], who: ['who'] });
    expect(buildIndex([PHOTOS, CLERK], concepts).terms.terms.length).toBe(plain + 2);
  });

  it('is the same for the same classes', () => {
    expect(buildIndex([PHOTOS, CLERK], NO_LEXICON)).toEqual(buildIndex([PHOTOS, CLERK], NO_LEXICON));
  });

  it('does without classes', () => {
    expect(buildIndex([], NO_LEXICON)).toMatchObject({ words: { known: '' }, texts: [], terms: { count: 0 } });
  });
});

describe('matchClasses', () => {
  it('puts passages, topics, talk and danger into one list, in this order', () => {
    const kinds = matchClasses(all).map(({ meaning }) => meaning.kind);
    const order = ['passage', 'topic', 'talk', 'urgent'];
    expect(kinds).toEqual(kinds.toSorted((a, b) => order.indexOf(a) - order.indexOf(b)));
    expect(kinds).toHaveLength(
      all.policy.passages.length + all.topics.length + all.talks.length + Object.keys(all.urgentWays).length,
    );
  });

  it('takes the summary of a passage and the title of a topic for ways of asking, and the first heading for none', () => {
    const passage = passageOf('a', { headings: ['Policy', 'Pictures', 'Children'], summary: 'Ask.', ways: ['photo?'] });
    const topic = { id: 'b', title: 'drones', nearest: [], ways: ['fly one?'] };
    const [one, other] = matchClasses({ ...some, policy: { ...some.policy, passages: [passage] }, topics: [topic] });
    expect(one).toMatchObject({ ways: ['photo?', 'Ask.'], heading: 'Pictures Children', body: 'a' });
    expect(other).toMatchObject({ ways: ['fly one?', 'drones'], heading: '', body: '' });
  });
});
