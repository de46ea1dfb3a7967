import { filledManifest, type Manifest } from './manifest';
import { manifestFaults } from './manifest-faults';

const manifest = filledManifest();
const [bot] = manifest.bots;

describe('the manifest against the published schema', () => {
  const broken: readonly (readonly [string, object])[] = [
    ['an id that is not one', { ...manifest, id: 'golden-rule' }],
    ['a short description of 81 letters', describedAs('x'.repeat(81))],
    ['thirteen commands in a list', withCommands(13)],
    ['a property that does not exist', { ...manifest, colour: '#17414F' }],
  ];
  const [own, ...faults] = manifestFaults([manifest, ...broken.map(([, each]) => each)]);

  it('has no fault', () => expect(own).toEqual([]));

  it.each(broken.map(([name], index) => [name, faults[index]]))('would be refused for %s', (_, found) =>
    expect(found).not.toEqual([]),
  );
});

it('has every placeholder filled in', () => expect(JSON.stringify(manifest)).not.toMatch(/\$\{/u));

it('is written for manifest 1.30', () => expect(manifest.manifestVersion).toBe('1.30'));

it('says before installing that a clerk must set it up', () => {
  expect(manifest.description.short).toContain('clerk must set it up');
  expect(manifest.description.full).toContain('clerk must set it up');
});

it('is described without contractions', () =>
  expect(JSON.stringify([manifest.name, manifest.description])).not.toMatch(/n't|'(?:re|ll|ve|m)\b/u));

it.each([
  ['the short name', manifest.name.short, 30],
  ['the short description', manifest.description.short, 80],
  ['the full description', manifest.description.full, 4000],
  ['the title of the check', manifest.composeExtensions[0].commands[0].title, 32],
  ['the title of the search', manifest.composeExtensions[0].commands[1].title, 32],
])('keeps %s within its limit', (_, text, limit) => expect(text.length).toBeLessThanOrEqual(limit));

it('has at most three command lists of at most twelve', () => {
  expect(bot.commandLists.length).toBeLessThanOrEqual(3);
  expect(Math.max(...bot.commandLists.map(({ commands }) => commands.length))).toBeLessThanOrEqual(12);
});

it('asks for no right to read messages and adds no tab', () => {
  expect(manifest.authorization).toBeUndefined();
  expect(manifest.webApplicationInfo).toBeUndefined();
  expect(manifest.staticTabs).toBeUndefined();
});

it('can be added to private and shared channels and can answer one person only', () => {
  expect(manifest.supportsChannelFeatures).toBe('tier1');
  expect(bot.supportsTargetedMessages).toBe(true);
});

it('offers the check under the name that the bot listens for', () =>
  expect(manifest.composeExtensions[0].commands[0]).toMatchObject({
    id: 'checkPost',
    title: 'Check with Golden Rule',
    context: ['compose', 'message'],
    fetchTask: true,
  }));

it('offers the search under the names that the assistant listens for', () => {
  const [, search] = manifest.composeExtensions[0].commands;
  expect(search).toMatchObject({ id: 'searchGuidance', type: 'query', initialRun: true });
  expect(search.parameters.map(({ name }) => name)).toEqual(['query']);
});

it('trusts the domain of the assistant and no other', () =>
  expect(manifest.validDomains).toEqual(['golden-rule.example.gov.uk']));

function describedAs(short: string): Manifest {
  return { ...manifest, description: { ...manifest.description, short } };
}

function withCommands(count: number): Manifest {
  const commands = Array.from({ length: count }, (_, index) => ({ title: `command ${index}`, description: 'One.' }));
  return { ...manifest, bots: [{ ...bot, commandLists: [{ scopes: ['personal'], commands }] }] };
}
