import fc from 'fast-check';
import { readAddress, rootOf, writeAddress } from '../../../src/adapters/teams/address';

const word = fc.string({ minLength: 1, unit: 'grapheme' });
const place = fc.record(
  {
    serviceUrl: fc.webUrl(),
    tenant: fc.uuid(),
    conversation: word,
    scope: fc.constantFrom('personal' as const, 'group' as const, 'channel' as const),
    activity: word,
    user: word,
    bot: word,
    unopened: fc.constant(true as const),
  },
  { requiredKeys: ['serviceUrl', 'tenant', 'conversation', 'scope', 'user', 'bot'] },
);

describe('an address', () => {
  it('gives back what was written into it', () => {
    fc.assert(fc.property(place, (where) => expect(readAddress(writeAddress(where))).toEqual(where)));
  });

  it('says which version wrote it', () => {
    const [sample] = fc.sample(place, 1);
    expect(sample && writeAddress(sample)).toMatch(/^1:\{/u);
  });

  it.each([
    ['of a later version', '2:{"serviceUrl":"https://x"}'],
    ['without a version', '{"serviceUrl":"https://x"}'],
    ['that is empty', ''],
    ['that lacks a part', '1:{"serviceUrl":"https://x"}'],
    ['that was cut', '1:{"serviceUrl":'],
  ])('%s is refused', (_, address) => {
    expect(() => readAddress(address)).toThrow();
  });
});

describe('the root of a conversation', () => {
  it.each([
    ['19:a@thread.tacv2;messageid=17', '19:a@thread.tacv2'],
    ['19:a@thread.tacv2', '19:a@thread.tacv2'],
    ['a:1', 'a:1'],
  ])('of %s is %s', (conversation, root) => {
    expect(rootOf(conversation)).toBe(root);
  });
});
