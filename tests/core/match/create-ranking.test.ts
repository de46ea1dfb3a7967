import { createRanking, EVIDENCE_WEIGHTS, type Ranked } from '../../../src/core/match/create-ranking';
import { matchClasses } from '../../../src/core/match/match-classes';
import { buildIndex } from '../../../src/core/match/match-index';
import { trainClassifiers } from '../../../src/core/match/train';
import { atOnce } from '../../../src/core/steps';
import { growsEvenly } from '../grows-evenly';
import { all, lexicon, passagesOf } from './some-knowledge';

/** Questions of a councillor in other words than the ways of asking have. */
const QUESTIONS = [
  ['safe.setup.2fa', 'Is it worth getting that code sent to my mobile each time I log on?'],
  ['safe.setup.2fa', 'an authenticator app for Facebook, should I bother'],
  ['safe.setup.login', 'Could I sign up with my councillor email address?'],
  ['safe.setup.login', 'same password for Twitter and Instagram?'],
  ['safe.private.phishing', 'An odd message asks me to click a link and confirm my account. Is it a scam?'],
  ['safe.private.phishing', 'how would I spot malicious software in a message'],
  ['resp.golden.rule', 'I have doubts about a post, what comes first?'],
  ['resp.golden.rule', 'not sure if I should post it, do I ask for advice beforehand?'],
  ['resp.legal.fact-opinion', 'Must it be clear when a thing is just my opinion and no fact?'],
  ['resp.legal.fact-opinion', 'facts versus opinions in a post'],
  ['resp.remember.single-voice', 'There is major flooding in the village. Should we all say the same?'],
  ['resp.remember.single-voice', 'why have one voice in an emergency'],
  ['neg.trolls', 'Somebody is winding me up on my page, do I answer trolls?'],
  ['neg.trolls', 'is ignoring trolls best'],
  ['neg.break', 'It is getting me down. May I switch Facebook off for a month?'],
  ['neg.break', 'a pause from social media for my mental health'],
  ['roe.5', 'May people comment on my page without their real name?'],
  ['roe.5', 'anonymous posters on my councillor page'],
  ['abuse.record', 'Should I keep screenshots of nasty comments?'],
  ['abuse.record', 'is there any sense in saving abusive messages as evidence'],
] as const;
const IDS = [...new Set(QUESTIONS.map(([id]) => id))];

const classes = matchClasses({
  policy: { ...all.policy, passages: passagesOf(IDS, 60) },
  topics: [],
  talks: [],
  urgentWays: {},
  lexicon: {},
});
const idOf = ({ candidates: [first] }: Ranked) => {
  const meaning = first && classes[first.one]?.meaning;
  return meaning?.kind === 'passage' ? meaning.passage.id : undefined;
};
const known = { classes, index: buildIndex(classes, lexicon), lexicon };

describe.each([
  ['with training', { ...known, trained: trainClassifiers(classes, lexicon, {}) }],
  ['without training', known],
])('ranking ten passages of the policy %s', (_, knowledge) => {
  const stepsOf = createRanking(knowledge);
  const rank = (text: string) => atOnce(stepsOf(text));

  it.each(QUESTIONS)('puts %s first for "%s"', (id, question) => {
    expect(idOf(rank(question))).toBe(id);
  });

  it('scores every passage, best first, by its weighed evidence', () => {
    for (const [, question] of QUESTIONS) {
      const { candidates } = rank(question);
      expect(candidates.map(({ one }) => one).toSorted((a, b) => a - b)).toEqual([...classes.keys()]);
      const scores = candidates.map(({ score }) => score);
      expect(scores).toEqual(scores.toSorted((a, b) => b - a));
      for (const { score, evidence } of candidates) {
        const weighed = Object.entries(evidence).map(([kind, value]) => value * (EVIDENCE_WEIGHTS[kind] ?? 0));
        expect(score).toBeCloseTo(
          weighed.reduce((sum, one) => sum + one, 0),
          9,
        );
        for (const value of Object.values(evidence)) {
          expect(value).toBeGreaterThanOrEqual(0);
          expect(value).toBeLessThanOrEqual(1.01);
        }
      }
    }
  });

  it('ranks the same every time', () => {
    for (const [, question] of QUESTIONS) expect(rank(question)).toEqual(atOnce(createRanking(knowledge)(question)));
  });

  it('mends misspelt words before it looks', () => {
    const { words, known: share } = rank('scrennshots of nasty coments');
    expect(words).toEqual(['screenshots', 'of', 'nasty', 'comments']);
    expect(share).toBeGreaterThan(0.5);
    expect(idOf(rank('scrennshots of nasty coments'))).toBe('abuse.record');
  });

  it.each(['', '👍', 'кжщ'])('knows no word of %j', (text) => {
    const { known: share, candidates } = rank(text);
    expect(share).toBe(0);
    for (const { evidence, nearest } of candidates) {
      expect(evidence).toMatchObject({ ways: 0, terms: 0 });
      expect(nearest).toEqual([]);
    }
  });

  it('takes about ten times as long for ten times as many words', () => {
    for (const piece of ['post ', 'xqzv ', 'a', "photo's "])
      expect(growsEvenly((size) => rank(piece.repeat(size)), 80, 800)).toBe(true);
  });
});

describe('ranking more classes than can be compared in detail', () => {
  const many = Array.from({ length: 450 }, (_, at) => ({
    ways: [`word${at} common`, 'common'],
    heading: '',
    body: '',
  }));
  const stepsOf = createRanking({ classes: many, index: buildIndex(many, lexicon), lexicon });
  const rank = (text: string) => atOnce(stepsOf(text));

  it('keeps the best by terms and leaves out the others', () => {
    const { candidates } = rank('word431 common');
    expect(candidates[0]?.one).toBe(431);
    expect(candidates.length).toBeLessThan(100);
  });

  it('finds nothing where no class has a word of it', () => {
    expect(rank('кжщ зюя').candidates).toEqual([]);
  });
});
