import { pause } from '../src/pause';

/** Notes that a turn of the event loop begins, as often as it is told. */
function noteTurns(done: string[], most: number): void {
  setImmediate(() => {
    done.push('turn');
    if (most > 1) noteTurns(done, most - 1);
  });
}

it('lets a turn of the event loop pass', async () => {
  const done: string[] = [];
  noteTurns(done, 1);
  await pause();
  expect(done).toEqual(['turn']);
});

it('lets one go on in each turn, in the order in which they paused', async () => {
  const done: string[] = [];
  const work = async (name: string) => {
    await pause();
    done.push(name);
  };
  const all = Promise.all([work('a'), work('b'), work('c')]);
  noteTurns(done, 3);
  await all;
  expect(done.filter((one) => one !== 'turn')).toEqual(['a', 'b', 'c']);
  for (const [first, next] of [
    ['a', 'b'],
    ['b', 'c'],
  ] as const)
    expect(done.slice(done.indexOf(first), done.indexOf(next))).toContain('turn');
});
