import { createRender } from '../../src/adapters/teams/cards';
import { lintCard } from './lint-card';
import { FOLDER, readSample } from './samples';

const good = createRender(FOLDER)({ card: 'check-draft', fields: readSample('check-draft'), notice: '' }).card;

/** Faults are planted by changing the JSON of a good card. */
const PLANTED: readonly (readonly [string, RegExp, string, string])[] = [
  ['no spoken summary', /"speak":"[^"]*",/u, '', 'AdaptiveCard has no speak'],
  ['a newer version', /"1\.5"/u, '"1.6"', 'the version is not 1.5'],
  ['no heading', /"style":"heading",/u, '', 'does not begin with a heading'],
  ['text that does not wrap', /"wrap":true/u, '"wrap":false', 'does not wrap: Check a post'],
  ['a colour', /"wrap":true/u, '"wrap":true,"color":"Good"', 'a colour on words'],
  ['an element that Teams may not know', /"type":"TextBlock"/u, '"type":"Badge"', 'unknown type Badge'],
  ['a box without a label', /"label":"[^"]*",/u, '', 'Input.Text has no label'],
  ['a required box that does not say so', / \(required\)/u, '', 'draft does not say (required)'],
  ['a required box without an error message', /"errorMessage":"[^"]*"/u, '"x":1', 'Input.Text has no errorMessage'],
  ['a button without a title', /"title":"Check it",/u, '', 'Action.Execute has no title'],
  ['a button without a stand-in', /"fallback"/u, '"fall"', 'Check it has no fallback'],
  [
    'a stand-in that sends something else',
    /"data":\{"verb":"check.draft"\},"msteams"/u,
    '"data":{},"msteams"',
    'Check it falls back to other data',
  ],
  ['a stand-in with the footer of Teams', /"hide":true/u, '"hide":false', 'Check it shows the footer of Teams'],
  [
    'a way out that waits for the box',
    /"associatedInputs":"none"/gu,
    '"x":1',
    'Cancel waits for boxes that it does not need',
  ],
];

describe('the card linter', () => {
  it('finds nothing in a good card', () => expect(lintCard(good)).toEqual([]));

  it.each(PLANTED)('finds %s', (_, sign, put, fault) => {
    const text = JSON.stringify(good);
    expect(text).toMatch(sign);
    expect(lintCard(JSON.parse(text.replace(sign, put)))).toContain(fault);
  });

  it('finds a number where a run needs text', () => {
    const counted = { type: 'RichTextBlock', inlines: [{ type: 'TextRun', text: 3 }] };
    expect(lintCard({ ...good, body: [counted] })).toContain('a run that is not text');
  });

  it.each([
    ['http://example.com/policy', ['Read does not open an https address']],
    ['https://example.com/policy', []],
  ])('looks at the address that a button opens: %s', (url, faults) => {
    const action = { type: 'Action.OpenUrl', title: 'Read', url };
    expect(lintCard({ ...good, body: [...bodyOf(good), { type: 'ActionSet', actions: [action] }] })).toEqual(faults);
  });

  it.each<[string, object, readonly string[]]>([
    ['nothing in a good one', {}, []],
    ['no title', { title: '' }, ['Action.Submit has no title']],
    ['no verb', { data: { msteams: { type: 'task/fetch' } } }, ['Open carries no verb in its data']],
    ['another wish', { data: { verb: 'a', msteams: { type: 'imBack' } } }, ['Open asks Teams for more than a dialog']],
    ['a stand-in', { fallback: { type: 'Action.Submit' } }, ['Open has a stand-in that opens no dialog']],
    [
      'no dialog at all',
      { data: { verb: 'a' } },
      ['Action.Submit has no verb', 'Open is not Action.Execute', 'Open has no fallback'],
    ],
  ])('finds in a button that opens a dialog %s', (_, changes, faults) => {
    const data = { verb: 'case.open', msteams: { type: 'task/fetch' } };
    const action = { type: 'Action.Submit', title: 'Open', data, ...changes };
    expect(lintCard({ ...good, body: [...bodyOf(good), { type: 'ActionSet', actions: [action] }] })).toEqual(faults);
  });

  it('finds too many buttons', () => {
    const [action] = JSON.parse(JSON.stringify(good)).actions;
    const faults = lintCard({ ...good, actions: Array(7).fill(action) });
    expect(faults).toEqual(expect.arrayContaining(['7 buttons', '7 main buttons']));
  });
});

function bodyOf(card: object): readonly unknown[] {
  return JSON.parse(JSON.stringify(card)).body;
}
