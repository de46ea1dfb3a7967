import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Command, Passage, UrgentGuide, UrgentLevel } from '../../src/core/model';

export const KNOWLEDGE = join(__dirname, '../../knowledge');
const PASSAGE_FILES = ['start', 'safe', 'resp', 'neg', 'abuse', 'roe'];

type Ways = { readonly [id: string]: readonly string[] };

function readFile<Shape>(name: string): Shape {
  return parse(readFileSync(join(KNOWLEDGE, name), 'utf8')) as Shape;
}

/** Ways of asking as the clerk's files hold them, before anything in src reads them. */
export const passageWays: Ways = Object.assign(
  {},
  ...PASSAGE_FILES.map((name) => readFile<Ways>(`asking/${name}.yaml`)),
);
export const uncoveredWays = readFile<Ways>('asking/uncovered.yaml');
export const talkWays = readFile<Ways>('asking/talk.yaml');
export const urgentWays = readFile<Ways>('asking/urgent.yaml');

const { figurative: innocent, ...levels } = readFile<
  { readonly figurative: readonly string[] } & { readonly [level: string]: Omit<UrgentGuide, 'level'> }
>('urgent.yaml');
export const figurative = innocent;
export const guides: readonly UrgentGuide[] = Object.entries(levels).map(([level, guide]) => ({
  ...guide,
  level: level as UrgentLevel,
}));

export const commands = readFile<readonly Command[]>('commands.yaml');

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
