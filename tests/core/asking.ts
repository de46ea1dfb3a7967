import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import type { Command } from '../../src/core/known';
import type { Passage, UrgentGuide, UrgentLevel } from '../../src/core/model';

export const KNOWLEDGE = join(__dirname, '../../knowledge');
const OTHER_FILES = ['uncovered.txt', 'talk.txt', 'urgent.txt'];

type Ways = { readonly [id: string]: readonly string[] };

/** Ways of asking as the clerk's files hold them, before anything in src reads them. */
export const passageWays: Ways = Object.assign(
  {},
  ...readdirSync(join(KNOWLEDGE, 'asking'))
    .filter((name) => !OTHER_FILES.includes(name))
    .map(readWays),
);
export const uncoveredWays = readWays('uncovered.txt');
export const talkWays = readWays('talk.txt');
export const urgentWays = readWays('urgent.txt');

const { figurative: innocent, ...levels } = readYaml<
  { readonly figurative: readonly string[] } & { readonly [level: string]: Omit<UrgentGuide, 'level'> }
>('urgent.yaml');
export const figurative = innocent;
export const guides: readonly UrgentGuide[] = Object.entries(levels).map(([level, guide]) => ({
  ...guide,
  level: level as UrgentLevel,
}));

export const commands = readYaml<readonly Command[]>('commands.yaml');

/** A passage of which only the id matters. */
export function passageOf(id: string, changes: Partial<Passage> = {}): Passage {
  return {
    id,
    headings: ['Policy', 'Section'],
    text: id,
    span: { start: 0, end: 0, line: 1 },
    summary: id,
    ways: [],
    forPageUsers: false,
    ...changes,
  };
}

function readYaml<Shape>(name: string): Shape {
  return load(readFileSync(join(KNOWLEDGE, name), 'utf8')) as Shape;
}

/** The blocks of a file, each below its "[id]". */
function readWays(name: string): Ways {
  const [, ...blocks] = readFileSync(join(KNOWLEDGE, 'asking', name), 'utf8').split(/^\[(?=[\w.-]+\]\s*$)/mu);
  return Object.fromEntries(
    blocks.map((block) => {
      const [head = '', ...lines] = block.split('\n').map((line) => line.trim());
      return [head.slice(0, -1), lines.filter((line) => line !== '' && !line.startsWith('# '))];
    }),
  );
}
