import { PassThrough, Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { converse } from '../../../src/adapters/cli/converse';

async function run(input: string) {
  const said: string[] = [];
  const output = new PassThrough();
  await converse(Readable.from([input]), output, async (line) => {
    said.push(line);
    return `You said ${line}.`;
  });
  output.end();
  return { said, shown: await text(output) };
}

it('each line is said, and each reply is printed', async () => {
  const { said, shown } = await run('hello\nrules\n');
  expect(said).toEqual(['hello', 'rules']);
  expect(shown.indexOf('You said hello.')).toBeGreaterThan(-1);
  expect(shown.indexOf('You said rules.')).toBeGreaterThan(shown.indexOf('You said hello.'));
});

it.each(['quit', ' EXIT ', 'bye'])('"%s" ends it, and what follows is not said', async (word) => {
  expect((await run(`hello\n${word}\nrules\n`)).said).toEqual(['hello']);
});

it('it ends with the input', async () => {
  expect((await run('')).said).toEqual([]);
});
