import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { readPlainYaml, readYaml } from '../src/read-yaml';
import { temporaryFolder } from './adapters/storage/temporary-folder';

const path = join(temporaryFolder(), 'office.yaml');
const TEXT = `# The office.
name: The clerk
days: [monday, tuesday]
rooms:
  - name: hall
    doors:
      - front
      - back
  - name: 'kitchen'
    keys: 2
since: 2026-05-07
open: true
note: >
  Long
  words.
empty:
`;
const written = (text: string) => {
  writeFileSync(path, text);
  return path;
};

describe('readPlainYaml', () => {
  it('gives what stands in the file; a day stays words', () => {
    expect(readPlainYaml(written(TEXT)).value).toEqual({
      name: 'The clerk',
      days: ['monday', 'tuesday'],
      rooms: [
        { name: 'hall', doors: ['front', 'back'] },
        { name: 'kitchen', keys: 2 },
      ],
      since: '2026-05-07',
      open: true,
      note: 'Long words.\n',
      empty: null,
    });
  });

  it.each<[readonly (string | number)[], number]>([
    [[], 2],
    [['name'], 2],
    [['days', 1], 3],
    [['rooms', 0, 'name'], 5],
    [['rooms', 0, 'doors', 1], 8],
    [['rooms', 1], 9],
    [['rooms', 1, 'keys'], 10],
    [['rooms', 1, 'doors', 4], 9],
    [['note'], 13],
    [['empty'], 16],
    [['nowhere', 'else'], 2],
  ])('tells the line of %j, or of the nearest thing around it', (place, line) => {
    expect(readPlainYaml(written(TEXT)).error(place, 'no.').message).toBe(`${path}, line ${line}: no.`);
  });

  it.each([
    ['a quotation without an end', 'a: 1\nb: "open\n', 3],
    ['a name that stands twice', 'a: 1\nb: 2\na: 3\n', 3],
    ['a tab in the indent', 'a:\n\t- b\n', 2],
  ])('refuses %s at its line', (_, text, line) => {
    expect(() => readPlainYaml(written(text))).toThrow(
      new RegExp(`office\\.yaml, line ${line}: this is not YAML that can be read: .+\\. Correct it\\.$`, 'u'),
    );
  });
});

describe('readYaml', () => {
  it('refuses another shape with the line and the name of what is wrong', () => {
    const shape = z.object({ rooms: z.array(z.object({ name: z.string(), keys: z.number().max(1).optional() })) });
    expect(() => readYaml(written(TEXT), shape)).toThrow(
      `${path}, line 10: keys: Number must be less than or equal to 1.`,
    );
  });
});
