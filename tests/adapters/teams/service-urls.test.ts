import { createServiceUrls } from '../../../src/adapters/teams/service-urls';

const stored = {
  serviceUrl: 'https://old.example/',
  tenant: 'council-1',
  conversation: '19:a@thread.tacv2;messageid=1',
  scope: 'channel',
  user: '29:x',
  bot: '28:y',
} as const;

describe('where the Bot Connector was last heard from', () => {
  const urls = createServiceUrls();
  urls.remember({ ...stored, conversation: '19:a@thread.tacv2;messageid=2', serviceUrl: 'https://new.example/' });

  it('takes the place of a stored address, in every thread of the channel', () => {
    expect(urls.newest(stored)).toEqual({ ...stored, serviceUrl: 'https://new.example/' });
  });

  it.each([
    ['another conversation', { conversation: '19:b@thread.tacv2' }],
    ['the same conversation of another council', { tenant: 'council-2' }],
  ])('says nothing of %s', (_, other) => {
    expect(urls.newest({ ...stored, ...other }).serviceUrl).toBe(stored.serviceUrl);
  });
});
