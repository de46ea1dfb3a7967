import { readCommand, readReference } from '../../../src/core/conversation/commands';
import { commands, passageWays, talkWays, uncoveredWays } from '../asking';

const read = (text: string) => readCommand(text, commands);

describe('readCommand', () => {
  it.each(commands.flatMap(({ name, words }) => [name, ...words].map((form) => [form, name] as const)))(
    'reads "%s" as %s, with or without a slash, in any case',
    (form, name) => {
      for (const typed of [form, `/${form}`, form.toUpperCase(), `  ${form} `, `/ ${form}`, form.replaceAll(' ', '  ')])
        expect(read(typed)).toEqual({ command: name, rest: '' });
    },
  );

  it('has no form that belongs to two commands', () => {
    const forms = commands.flatMap(({ name, words }) => [name, ...words]);
    expect(forms.filter((form, place) => forms.indexOf(form) !== place)).toEqual([]);
  });

  it.each([
    'rules please',
    'Rules, thanks!',
    'rules 👍',
    'the rules again please',
    'rules.',
    'rules?',
    'show me the rules card',
  ])('reads "%s" as the rules and nothing more', (typed) => {
    expect(read(typed)).toEqual({ command: 'rules', rest: '' });
  });

  it.each([
    ['/check Fete on Sunday', 'check', 'Fete on Sunday'],
    ['/check: Fete on Sunday', 'check', 'Fete on Sunday'],
    ['/rules about photos', 'rules', 'about photos'],
    ['/ask clerk Can I film?', 'ask clerk', 'Can I film?'],
    ['ask clerk Can I film?', 'ask clerk', 'Can I film?'],
    ['ask the clerk: Can I film?', 'ask clerk', 'Can I film?'],
    ['status C-0042', 'status', 'C-0042'],
    ['status of c42', 'status', 'of c42'],
    ['cancel C-0042', 'cancel', 'C-0042'],
    ['add C-0042 What about Sundays?', 'add', 'C-0042 What about Sundays?'],
    ['add to C-0042: and Sundays', 'add', 'C-0042: and Sundays'],
    ['close C-0042', 'close', 'C-0042'],
    ['close case c 42', 'close', 'c 42'],
    ['link 123456', 'link', '123456'],
    ['link 123 456', 'link', '123 456'],
    ['/link 12', 'link', '12'],
  ])('reads "%s" as %s with "%s"', (typed, command, rest) => {
    expect(read(typed)).toEqual({ command, rest });
  });

  it('keeps the line breaks and letters of what follows, because it may be a draft', () => {
    expect(read('/check Fête on Sunday…\n\nAll  welcome, ½ price')?.rest).toBe(
      'Fête on Sunday…\n\nAll  welcome, ½ price',
    );
  });

  it.each(['\u200brules', '\ufeff /rules', '\u2060rules'])('reads past an invisible sign in front: %j', (typed) => {
    expect(read(typed)).toEqual({ command: 'rules', rest: '' });
  });

  it.each([
    'rules about photos',
    'rulesabout',
    'what are the rules',
    'check if I can post photos',
    'data protection',
    'stop people posting rude things',
    'add a photo to my page',
    'close comments on C-0042',
    'close my page',
    'link my website',
    'help me with a rude resident',
    'cards for Christmas',
    'case 42',
    'ask anyone',
    '/',
    '/unknown',
    '',
  ])('takes "%s" for no command', (typed) => {
    expect(read(typed)).toBeUndefined();
  });

  it('takes hardly any question about the policy for a command, and none for one of the clerk', () => {
    const asked = [passageWays, uncoveredWays].flatMap((ways) => Object.values(ways).flat());
    const taken = asked.flatMap((text) => read(text)?.command ?? []);
    expect(asked.length).toBeGreaterThan(4_000);
    expect(taken.length).toBeLessThanOrEqual(asked.length * 0.001);
    expect(taken.filter((command) => ['link', 'cases', 'add', 'close', 'status'].includes(command))).toEqual([]);
  });

  it('takes nobody who talks of something else for a clerk', () => {
    const talk = Object.values(talkWays).flat();
    expect(talk.filter((text) => ['link', 'cases'].includes(read(text)?.command ?? ''))).toEqual([]);
  });
});

describe('readReference', () => {
  it.each([
    ['C-0042', 'C-0042'],
    ['c42', 'C-0042'],
    ['C 42', 'C-0042'],
    ['c - 42', undefined],
    ['C–0042', 'C-0042'],
    ['my case is c-42, please', 'C-0042'],
    ['C-12345', 'C-12345'],
    ['C-000012', 'C-0012'],
    ['C-0', 'C-0000'],
    ['C-1234567', undefined],
    ['abc42', undefined],
    ['42', undefined],
    ['', undefined],
  ])('reads "%s" as %s', (text, reference) => {
    expect(readReference(text)).toBe(reference);
  });
});
