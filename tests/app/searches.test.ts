import type { Search } from '../../src/core/model';
import { newGuidance } from '../adapters/storage/samples';
import { PRIYA, SAM, theApp } from './rig';

afterAll(async () => (await theApp()).close());

describe('a search', () => {
  it.each(['', 'of another app', '__proto__', 'constructor'])(
    'that is not known finds nothing: "%s"',
    async (command) => {
      const { assistant } = await theApp();
      expect(await assistant.onSearch(searchFor(command))).toEqual([]);
    },
  );

  it('of saved advice finds what is published, for a listed clerk wherever they write, and for nobody else', async () => {
    const { store, newCouncil } = await theApp();
    const app = newCouncil();
    await app.link();
    for (const [id, state] of [
      ['a', 'published'],
      ['b', 'retired'],
    ] as const)
      await store.guidance.save(newGuidance(id, { tenant: app.tenant, state }));
    const found = await app.search('searchGuidance', 'film', { from: PRIYA });
    expect(found.map(({ title }) => title)).toEqual(['G-0001: May I film a council meeting?']);
    expect(found[0]?.reply.card).toBe('guidance-entry');
    expect(await app.search('searchGuidance', '', { from: PRIYA })).toHaveLength(1);
    expect(await app.search('searchGuidance', 'film')).toEqual([]);
  });
});

function searchFor(command: string): Search {
  const where = { tenant: 'council', conversation: 'personal:sam', scope: 'personal', address: 'to:sam' } as const;
  return { kind: 'search', id: '1', from: SAM, command, query: 'photos', ...where };
}
