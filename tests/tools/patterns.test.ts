import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

type Pattern = { readonly source: string; readonly flags: string; readonly where: string };

const { builtPatterns }: { builtPatterns: (files: readonly string[]) => readonly Pattern[] } =
  require('../../tools/patterns/built-patterns');
const { writtenPatterns }: { writtenPatterns: (file: string) => readonly Pattern[] } =
  require('../../tools/patterns/written-patterns');
const {
  slowPatterns,
}: { slowPatterns: (patterns: readonly Pattern[]) => readonly { written: string; growth: string }[] } =
  require('../../tools/patterns/slow-patterns');

const folder = mkdtempSync(join(tmpdir(), 'patterns-'));

function fileOf(name: string, text: string): string {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
}

describe('the search for slow regular expressions', () => {
  it('finds those that stand in a file', () => {
    const file = fileOf(
      'written.ts',
      'export const A: RegExp = /a+b/u; export const f = (x: string) => x.match(/c/giu);',
    );
    expect(writtenPatterns(file)).toEqual([
      { source: 'a+b', flags: 'u', where: file },
      { source: 'c', flags: 'giu', where: file },
    ]);
  });

  it('finds those that a module puts together, and leaves RegExp as it was', () => {
    const before = globalThis.RegExp;
    const file = fileOf('built.js', "exports.A = new RegExp(['a', 'b'].join('|'), 'u');");
    expect(builtPatterns([file])).toEqual([{ source: 'a|b', flags: 'u', where: file }]);
    expect(globalThis.RegExp).toBe(before);
  });

  it('names those for which the time grows faster than the text', () => {
    const patterns = [
      { source: '^(a+)+$', flags: 'u', where: 'here' },
      { source: '\\s+$', flags: 'u', where: 'here' },
      { source: '^a{1,20}b', flags: 'u', where: 'here' },
    ];
    expect(slowPatterns(patterns).map(({ written, growth }) => [written, growth])).toEqual([
      ['/^(a+)+$/u', 'exponential'],
      ['/\\s+$/u', '2nd degree polynomial'],
    ]);
  });
});
