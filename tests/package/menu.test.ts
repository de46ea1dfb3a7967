import { load } from 'js-yaml';
import { readCommand } from '../../src/core/conversation/commands';
import type { Command } from '../../src/core/known';
import { type CommandList, filledManifest, type MenuEntry } from './manifest';
import { textOf } from './repository';

type Listed = Command & { readonly typed_only?: boolean };

const table = load(textOf('knowledge/commands.yaml')) as readonly Listed[];
const [{ commandLists }] = filledManifest().bots;

it.each([
  ['a private chat', ['personal'], undefined, inMenu('councillor')],
  ['channels and group chats', ['team', 'groupChat'], ['slash', 'mention'], named('rules', 'help')],
  ['the clerk in a channel', ['team'], ['mention'], inMenu('clerk')],
])('offers in the menu for %s what the table of commands says, in its words', (_, scopes, triggers, expected) => {
  const list = listFor(scopes);
  expect(list.triggers).toEqual(triggers);
  expect(list.commands.filter(isCommand).map(({ title, description }) => ({ title, description }))).toEqual(expected);
});

it('offers at least two prompt starters in a private chat', () =>
  expect(startersIn(listFor(['personal'])).length).toBeGreaterThanOrEqual(2));

it('has a starter that is a question and not a command', () =>
  expect(startersIn(listFor(['personal'])).filter((entry) => !isCommand(entry)).length).toBeGreaterThanOrEqual(1));

it.each(commandLists.flatMap(({ commands }) => commands.filter(isCommand)).map((entry) => [entry.title, entry]))(
  'understands "%s" as the menu sends it',
  (title, { prompt }) => expect(readCommand(prompt ?? title, table)?.command).toBe(title),
);

function inMenu(who: Listed['who']): readonly MenuEntry[] {
  return table.filter((command) => command.who === who && !command.typed_only).map(asEntry);
}

function named(...names: readonly string[]): readonly MenuEntry[] {
  return table.filter(({ name }) => names.includes(name)).map(asEntry);
}

function asEntry({ name, description }: Listed): MenuEntry {
  return { title: name, description };
}

function listFor(scopes: readonly string[]): CommandList {
  const found = commandLists.find((list) => list.scopes.join() === scopes.join());
  if (!found) throw new Error(`The manifest has no command list for ${scopes.join(' and ')}.`);
  return found;
}

function startersIn({ commands }: CommandList): readonly MenuEntry[] {
  return commands.filter(({ type }) => type === 'prompt');
}

function isCommand({ title }: MenuEntry): boolean {
  return table.some(({ name }) => name === title);
}
