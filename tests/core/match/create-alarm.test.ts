import { createAlarm, createAlarmSpeller } from '../../../src/core/match/create-alarm';
import { NO_LEXICON } from '../../../src/core/match/lexicon';
import { createSpeller } from '../../../src/core/match/spelling';
import { trainClassifiers } from '../../../src/core/match/train';
import { isDanger, URGENCY_CLASSES } from '../../../src/core/match/urgency';
import { atOnce } from '../../../src/core/steps';

const DANGER = [
  'a man waits by the shed with a billhook',
  'she was raped behind the pavilion',
  'he waits by my shed again',
];
const HARMLESS = [
  'we need a billhook for hedging day',
  'the lines of the pitch were taped',
  'paint for the shed has come',
];
const { alarm } = trainClassifiers([], NO_LEXICON, {
  'danger-now': [...DANGER, 'somebody was raped here'],
  'not-urgent': [...HARMLESS, 'the boxes were taped up'],
});
/** Knows only words that people ask with. */
const spell = createSpeller(['taped', 'shed', 'pitch', 'lines', 'pavilion']);
const spellDanger = createAlarmSpeller(alarm, spell);
const stepsOf = createAlarm(alarm, { lexicon: NO_LEXICON, spell: spellDanger });
const hear = (text: string) => atOnce(stepsOf(text));

describe('the speller where danger is looked for', () => {
  it('leaves a word alone that danger was learned from, though it is like one that people ask with', () => {
    expect(spell('raped')).toBe('taped');
    expect(spellDanger('raped')).toBe('raped');
  });

  it('mends any other', () => {
    expect(spellDanger('pavillion')).toBe('pavilion');
  });
});

describe('what is heard in words', () => {
  it('is danger in an example of it and not in a harmless one, by all that was learned', () => {
    const heard = (text: string) => hear(text).others.map((share) => share > 0.5);
    for (const text of DANGER) expect(heard(text)).toEqual([true, true]);
    for (const text of HARMLESS) expect(heard(text)).toEqual([false, false]);
  });

  it('is the level that the words tell of', () => {
    const { levels } = hear('a man waits by the shed with a billhook');
    const likeliest = levels.indexOf(Math.max(...levels));
    expect(URGENCY_CLASSES[likeliest]).toBe('danger-now');
    expect(isDanger(likeliest)).toBe(true);
  });

  it('is as much danger in one sentence of a long message as where that sentence stands alone', () => {
    const alone = 'a man waits by the shed with a billhook.';
    const around = 'The lines of the pitch were taped. Paint for the shed has come.';
    hear(`${around} ${alone} ${around}`).others.forEach((share, voice) => {
      expect(share).toBeGreaterThanOrEqual((hear(alone).others[voice] ?? 1) - 1e-9);
    });
  });

  it('is nothing in words that nobody has said', () => {
    expect(hear('кжщ зюя').others[1]).toBe(0);
  });
});
