import type { Search } from '../../src/core/model';
import { SAM, theApp } from './rig';

afterAll(async () => (await theApp()).close());

describe('a search', () => {
  it.each(['', 'of another app', '__proto__', 'constructor'])(
    'that is not known finds nothing: "%s"',
    async (command) => {
      const { assistant } = await theApp();
      expect(await assistant.onSearch(searchFor(command))).toEqual([]);
    },
  );
});

function searchFor(command: string): Search {
  const where = { tenant: 'council', conversation: 'personal:sam', scope: 'personal', address: 'to:sam' } as const;
  return { kind: 'search', id: '1', from: SAM, command, query: 'photos', ...where };
}
