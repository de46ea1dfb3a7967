import { join } from 'node:path';
import { createTriage } from '../../../src/core/conversation/triage';
import { createMatching } from '../../../src/core/match/create-matching';
import type { UrgentGuide, UrgentLevel } from '../../../src/core/model';
import { loadKnowledge } from '../../../src/knowledge';
import { readTrained } from '../../../src/trained-file';
import { figurative, guides, KNOWLEDGE, passageWays, talkWays, uncoveredWays, urgentWays } from '../asking';
import { growsEvenly } from '../grows-evenly';

/** Hears no likeness and mends no word. */
const DEAF = { urgency: async () => undefined, mendDanger: async (words: readonly string[]) => words };
const byPhrases = createTriage(guides, figurative, DEAF);

const guide = (level: UrgentLevel, ...phrases: string[]): UrgentGuide => ({
  level,
  first: '',
  lines: [],
  steps: [],
  clerk: true,
  phrases,
});

describe('triage by phrases alone', () => {
  it.each([
    ['danger-now', 'he is outside my house'],
    ['danger-now', 'HE’S GOT A KNIFE'],
    ['danger-now', 'he said he is going to kill me'],
    ['danger-now', 'I am being followed'],
    ['danger-now', "i'm scared to go home"],
    ['danger-now', 'there is a bomb in the hall'],
    ['self-harm', 'I want to kill myself'],
    ['self-harm', 'I just want to end it all'],
    ['self-harm', 'i can’t go on'],
    ['self-harm', 'i cant go on'],
    ['self-harm', 'they would be better off without me'],
    ['self-harm', 'a resident says she feels suicidal'],
    ['threat-crime', 'someone on facebook said they will smash my windows'],
    ['threat-crime', 'I got a death threat'],
    ['threat-crime', 'they posted my home address'],
    ['threat-crime', 'he is stalking me'],
    ['threat-crime', 'she is blackmailing me'],
    ['safeguarding', 'a lad of 13 says his stepdad hits him'],
    ['self-threat', 'if he says it again I’ll batter him'],
    ['self-threat', 'I swear I’ll run them over'],
  ])('hears %s in "%s"', async (level, text) => {
    expect(await byPhrases(text)).toBe(level);
  });

  it.each([
    'kill two birds with one stone',
    'I am dying to post this',
    'we are killing it on Facebook',
    'my wife will kill me if I forget the raffle',
    'a resident threatened to complain about me',
    'sharing a suicide prevention poster',
    'tickets for the murder mystery night',
    'it is on a knife edge',
    'can I post photos of the fete?',
    '',
    '999',
  ])('stays calm at "%s"', async (text) => {
    expect(await byPhrases(text)).toBeUndefined();
  });

  it.each([
    'kill two birds with one stone, and he is outside my house',
    'my wife will kill me if I am late, but there is a man with a knife and he has got a knife',
    'we killed it tonight and now he says he is going to kill me',
  ])('does not let a figure of speech cover real danger beside it: "%s"', async (text) => {
    expect(await byPhrases(text)).toBe('danger-now');
  });

  it('names the first level of the file when a message shows several', async () => {
    expect(await byPhrases('he posted my home address and now he is outside my house')).toBe('danger-now');
    expect(await byPhrases('I got a death threat and I want to kill myself')).toBe('self-harm');
  });

  it.each([...guides.flatMap(({ level, phrases }) => phrases.map((phrase) => [phrase, level] as const))])(
    'can be set off by its phrase "%s"',
    async (phrase, level) => {
      const only = createTriage([guide(level, phrase)], [], DEAF);
      expect(await only(simplestText(phrase))).toBe(level);
    },
  );

  it.each(figurative)('is set aside by the figurative phrase "%s"', async (phrase) => {
    const text = simplestText(phrase);
    const always = createTriage([guide('danger-now', text)], figurative, DEAF);
    expect(await always(text)).toBeUndefined();
  });

  // Words as they were typed are gone through before anything is awaited.
  it('takes as long for ten times as many words as ten times the words deserve', () => {
    for (const word of ['kill ', 'my house ', 'he will ', "can't go "])
      expect(growsEvenly((size) => byPhrases(word.repeat(size)), 400, 4_000)).toBe(true);
  });
});

describe('triage of a message with a draft in it', () => {
  it.each([
    ['self-threat', 'I’ll batter him'],
    ['threat-crime', 'the death threats I got last year'],
  ])('leaves %s inside the draft to the draft check', async (level, draft) => {
    expect(await byPhrases(draft)).toBe(level);
    expect(await byPhrases(`can I post this: ${draft}`, { draft })).toBeUndefined();
  });

  it.each([
    ['danger-now', 'he is outside my house'],
    ['self-harm', 'I want to kill myself'],
  ])('hears %s inside the draft, whoever wrote the words', async (level, draft) => {
    expect(await byPhrases(`can I post this: ${draft}`, { draft })).toBe(level);
  });

  it('compares only the words around the draft with ways of telling of danger', async () => {
    const heard: string[] = [];
    const triage = createTriage(guides, figurative, {
      ...DEAF,
      urgency: async (text) => {
        heard.push(text);
        return undefined;
      },
    });
    await triage('can I post this: Fete on Sunday', { draft: 'Fete on Sunday' });
    expect(heard.join('')).toContain('can I post this');
    expect(heard.join('')).not.toContain('Fete');
  });
});

describe('triage by phrases in misspelt words', () => {
  const mends: Readonly<Record<string, string>> = { nife: 'knife', egde: 'edge', kinfe: 'knife' };
  const triage = createTriage([guide('danger-now', 'a knife')], ['knife edge'], {
    ...DEAF,
    mendDanger: async (words) => words.map((word) => mends[word] ?? word),
  });

  it.each([
    ['hears a phrase whose words are misspelt', 'he has got a kinfe', 'danger-now'],
    ['sets it aside where a figurative phrase covers it, misspelt too', 'this vote is on a nife egde', undefined],
    ['hears nothing in words that mend into nothing', 'he has got a knit', undefined],
  ])('%s', async (_, text, level) => {
    expect(await triage(text)).toBe(level);
  });
});

describe('triage by likeness', () => {
  const alike = (confidence: number, distress = 0) =>
    createTriage([guide('danger-now', 'knife')], ['knife edge'], {
      ...DEAF,
      urgency: async () => ({ level: 'self-harm', confidence, distress }),
    });

  it('raises the alarm of a likely level and none for an unlikely one', async () => {
    expect(await alike(0.9)('I see no way out')).toBe('self-harm');
    expect(await alike(0.01)('I see no way out')).toBeUndefined();
  });

  it('puts a phrase before any likeness', async () => {
    expect(await alike(0.9)('he has a knife')).toBe('danger-now');
  });

  it('is asked even where a figurative phrase has set a phrase aside', async () => {
    expect(await alike(0.9)('I am on a knife edge')).toBe('self-harm');
  });

  it.each([
    ['likely distress and no danger', 'distress', 0.01, 0.9],
    ['hardly any of either', undefined, 0.01, 0.1],
    ['distress that may well be', 'distress', 0.01, 0.25],
    ['distress that is hardly likely', undefined, 0.01, 0.15],
    ['danger and distress', 'self-harm', 0.9, 0.9],
    ['danger that may be, and likely distress', 'distress', 0.5, 0.9],
    ['danger that may be', 'doubt', 0.5, 0.1],
    ['danger that is hardly likely', undefined, 0.25, 0.1],
  ])('with %s it hears %p', async (_, heard, confidence, distress) => {
    expect(await alike(confidence, distress)('he will not stop')).toBe(heard);
  });

  it('is looked for in each piece of a message that is too long to be answered, and the most counts', async () => {
    const heard: string[] = [];
    const triage = createTriage([], [], {
      ...DEAF,
      urgency: async (text) => {
        heard.push(text);
        if (text.includes('the shed')) return { level: 'danger-now', confidence: 0.9, distress: 0 };
        return text.includes('yes') ? { level: 'self-harm', confidence: 0.4, distress: 0.9 } : undefined;
      },
    });
    const long = 'yes and no. '.repeat(400);
    expect(await triage(`${long}He waits by the shed. ${long}`)).toBe('danger-now');
    expect(heard.length).toBeGreaterThan(2);
    expect(Math.max(...heard.map(({ length }) => length))).toBeLessThanOrEqual(4_000);
    expect(await triage(long)).toBe('distress');
  });

  it.each([
    ['words that were asked for as a draft', { mayBeDraft: 'awaited' }, 0.9, 0.96],
    ['words beside a draft', { draft: 'Whoever did it' }, 0.9, 0.96],
    ['words that look like a draft', { mayBeDraft: 'alike' }, 0.75, 0.85],
    ['any others', {}, 0.6, 0.7],
  ] as const)('must be the surer in %s', async (_, aside, unsure, sure) => {
    expect(await alike(unsure)('Whoever did it will be sorry', aside)).toBe('doubt');
    expect(await alike(sure)('Whoever did it will be sorry', aside)).toBe('self-harm');
  });

  it('is never asked about a command, but a phrase in one is heard', async () => {
    expect(await alike(0.9, 0.9)('abuse', { command: true })).toBeUndefined();
    expect(await alike(0.9, 0.9)('ask clerk he has a knife', { command: true })).toBe('danger-now');
    expect(await alike(0.9, 0.9)('abuse', { command: false })).toBe('self-harm');
  });
});

describe('triage by phrases and likeness, with what was trained', () => {
  const knowledge = loadKnowledge(KNOWLEDGE);
  const matching = createMatching(knowledge, { trained: readTrained(join(KNOWLEDGE, 'trained.bin'), knowledge) });
  const triage = createTriage(guides, figurative, matching);
  const sampleOf = (all: readonly string[], size: number) =>
    all.filter((_, number) => number % Math.floor(all.length / size) === 0);

  it.each(guides.map(({ level }) => level))('catches nearly all known ways of telling of %s', async (level) => {
    const told = sampleOf(urgentWays[level] ?? [], 100);
    expect(told.length).toBeGreaterThanOrEqual(100);
    const heard = await Promise.all(told.map((text) => triage(text)));
    expect(heard.filter((one) => one === undefined).length).toBeLessThanOrEqual(told.length * 0.02);
  });

  it('alarms at no more than one in twenty of the ways of speaking that only sound like danger', async () => {
    const calm = sampleOf(urgentWays['not-urgent'] ?? [], 150);
    expect(calm.length).toBeGreaterThanOrEqual(150);
    expect(await alarmsIn(calm)).toBeLessThanOrEqual(calm.length * 0.05);
  });

  it('alarms at no more than one in a hundred questions about the policy and beyond it', async () => {
    const asked = sampleOf(
      [passageWays, uncoveredWays].flatMap((ways) => Object.values(ways).flat()),
      300,
    );
    expect(asked.length).toBeGreaterThanOrEqual(300);
    expect(await alarmsIn(asked)).toBeLessThanOrEqual(asked.length * 0.01);
  });

  it('hears distress in most ways of telling of abuse that wears somebody down', async () => {
    const told = sampleOf(talkWays['abuse-steps'] ?? [], 80);
    const heard = await Promise.all(told.map((text) => triage(text)));
    expect(heard.filter((one) => one === 'distress').length).toBeGreaterThan(told.length * 0.8);
  });

  async function alarmsIn(texts: readonly string[]): Promise<number> {
    const heard = await Promise.all(texts.map((text) => triage(text)));
    return heard.filter((one) => one !== undefined && one !== 'distress' && one !== 'doubt').length;
  }
});

/** The plainest text in which a phrase stands: the first choice of each group, nothing in the gaps. */
function simplestText(phrase: string): string {
  return phrase
    .split(' ')
    .filter((part) => part !== '..')
    .map((part) => part.split('|')[0]?.replace('*', ''))
    .join(' ');
}
