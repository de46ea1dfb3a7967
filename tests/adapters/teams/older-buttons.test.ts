import { withOlderButtons } from '../../../src/adapters/teams/older-buttons';

describe('a card for a dialog', () => {
  const submit = { type: 'Action.Submit', title: 'Ask', data: { verb: 'ask' } };
  const execute = { type: 'Action.Execute', title: 'Ask', verb: 'ask', fallback: submit };

  it('has the stand-in of every newer button, wherever it stands', () => {
    const card = { type: 'AdaptiveCard', body: [{ type: 'ActionSet', actions: [execute] }], actions: [execute] };
    expect(withOlderButtons(card)).toEqual({
      type: 'AdaptiveCard',
      body: [{ type: 'ActionSet', actions: [submit] }],
      actions: [submit],
    });
  });

  it('has no button that would open a dialog inside it, but one that sends the same', () => {
    const opens = { type: 'Action.Submit', title: 'Open', data: { verb: 'open', msteams: { type: 'task/fetch' } } };
    const sends = { type: 'Action.Submit', title: 'Open', data: { verb: 'open' } };
    expect(withOlderButtons({ actions: [opens] })).toEqual({ actions: [sends] });
  });

  it.each([
    ['a button without anything to send', { type: 'Action.Submit', title: 'Ask' }],
    ['what else a button tells Teams', { type: 'Action.Submit', data: { msteams: { type: 'messageBack' } } }],
    ['a newer button without a stand-in', { type: 'Action.Execute', fallback: 'drop' }],
    ['another element with a stand-in', { type: 'Badge', fallback: { type: 'TextBlock', text: 'Waiting' } }],
  ])('keeps %s', (_, element) => {
    expect(withOlderButtons({ actions: [element] })).toEqual({ actions: [element] });
  });
});
