import { createRender } from '../../src/adapters/teams/cards';
import { textTwin } from '../../src/adapters/teams/text-twin';
import { typedForm } from '../../src/adapters/teams/typed-form';
import { FOLDER, NAMES, readSample, VARIANTS } from './samples';
import { type Part, partsLike, partsOf } from './walk';

const render = createRender(FOLDER);
const cases = NAMES.flatMap((name) => VARIANTS.map(({ variant, of }) => [name, variant, of(name)] as const));

describe('the plain text of a card', () => {
  it.each(cases)('%s, %s, says everything that the card says', (card, _variant, fields) => {
    const rendered = render({ card, fields, notice: '' });
    const shown = partsOf(rendered.card).flatMap((part) => [
      part.text,
      part.label,
      shownValue(part),
      part.title,
      part.url,
    ]);
    const words = shown.filter((text): text is string => typeof text === 'string' && text.trim() !== '');
    expect(words.length).toBeGreaterThan(1);
    expect(words.filter((text) => !flat(rendered.text).includes(flat(text)))).toEqual([]);
  });

  it.each(NAMES)('%s, has no blank beginning and no gaps', (card) => {
    const { text } = render({ card, fields: readSample(card), notice: '' });
    expect(text).toBe(text.trim());
    expect(text).not.toContain('\n\n\n');
  });

  it('stands on facts and columns too', () => {
    const facts = { type: 'FactSet', facts: [{ title: 'Asked', value: 'Monday' }] };
    const card = { body: [{ type: 'ColumnSet', columns: [{ type: 'Column', items: [facts] }] }] };
    expect(textTwin(card)).toBe('Asked: Monday');
  });

  it('names for a button that opens a dialog what can be typed instead', () => {
    const data = { verb: 'case.open', reference: 'C-0042', msteams: { type: 'task/fetch' } };
    const card = { body: [], actions: [{ type: 'Action.Submit', title: 'Open case', data }] };
    expect(textTwin(card)).toBe('You can type:\nopen C-0042 (Open case)');
  });

  it('stops at an element that it cannot put into words', () => {
    expect(() => textTwin({ body: [{ type: 'Image' }] })).toThrow('A card holds Image');
  });

  it.each(['answer', 'not-sure'] as const)('shows the address of the section, where there is one: %s', (card) => {
    const address = 'https://golden-rule.example.gov.uk/policy#safe.private.others-info';
    const { text } = render({ card, fields: readSample(card), notice: '' });
    expect(text.split('\n')).toContain(`You can open: ${address} (Read the section)`);
    const bare = VARIANTS.find(({ variant }) => variant === 'bare')?.of(card) ?? {};
    expect(render({ card, fields: bare, notice: '' }).text).not.toContain('You can open:');
  });

  it('has only the words themselves when they are for copying', () => {
    const fields = { heading: null, text: 'Rule 1: Be kind.' };
    expect(render({ card: 'note', fields, notice: '', plain: true }).text).toBe('Rule 1: Be kind.');
    expect(render({ card: 'note', fields, notice: '' }).text).toContain('You can type:');
  });

  it.each([
    [{ verb: 'check' }, 'check'],
    [{ verb: 'ask clerk', reason: 'urgent' }, 'ask clerk'],
    [{ verb: 'show', passage: 'neg.block', ask: '2' }, '2'],
    [{ verb: 'case.send', with: 'question' }, 'send question only'],
    [{ verb: 'case.send', with: 'draft' }, 'send question and draft'],
    [{ verb: 'case.more', reference: 'C-0042' }, 'add C-0042 and your words'],
    [{ verb: 'case.close', reference: 'C-0042' }, 'close C-0042'],
    [{ verb: 'case.withdraw', reference: 'C-0042' }, 'cancel C-0042'],
    [{ verb: 'status', reference: 'C-0042' }, 'status C-0042'],
    [{ verb: 'guidance.show', reference: 'G-0017' }, 'guidance G-0017'],
    [{ verb: 'guidance.open', reference: 'G-0017' }, 'guidance G-0017'],
    [{ verb: 'guidance.retire', reference: 'G-0017' }, 'retire G-0017'],
    [{ verb: 'guidance.republish', reference: 'G-0017' }, 'restore G-0017'],
    [{ verb: 'case.open', reference: 'C-0042', msteams: { type: 'task/fetch' } }, 'open C-0042'],
    [{ verb: 'report.table', period: '2026-q3' }, 'report 2026-q3 as a table'],
    [{ verb: 'case.do', act: 'hand_back', reference: 'C-0042' }, 'hand back C-0042'],
    [{ verb: 'case.do', act: 'ask_more', reference: 'C-0042' }, 'ask more C-0042 and your words'],
    [{ verb: 'case.do', reference: 'C-0042' }, 'answer C-0042 and your words'],
    [{ verb: 'case.reopen', reference: 'C-0042' }, 'reopen C-0042'],
    [{ verb: 'case.not_about' }, 'not about the clerk'],
    [{ verb: 'channel.link' }, undefined],
    [{}, undefined],
  ])('for a button that sends %j is %s', (sent, typed) => expect(typedForm(sent)).toBe(typed));

  it('leaves to the card only what a councillor never needs to type', () => {
    const pressed = NAMES.flatMap((card) =>
      partsLike(render({ card, fields: readSample(card), notice: '' }).card, 'Action.')
        .filter(({ type }) => type !== 'Action.OpenUrl')
        .map((action) => action.data as { readonly verb: string })
        .filter((sent) => typedForm(sent) === undefined),
    );
    expect([...new Set(pressed.map(({ verb }) => verb))].sort()).toEqual([
      'channel.leave',
      'channel.link',
      'guidance.draft',
      'guidance.edit',
      'guidance.history',
      'guidance.preview',
      'guidance.publish',
      'rules.copy',
    ]);
  });
});

/** A chosen value is for the assistant; what a reader sees of it is the title of the choice. */
function shownValue({ type, value }: Part): unknown {
  return type === 'Input.ChoiceSet' ? undefined : value;
}

function flat(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}
