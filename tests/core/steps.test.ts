import { atOnce, eachInSteps, inTurns, type Steps } from '../../src/core/steps';

function* counted(done: string[], name = ''): Steps<string> {
  done.push(`${name}1`);
  yield;
  done.push(`${name}2`);
  yield;
  done.push(`${name}3`);
  return `${name}end`;
}

describe('work in steps', () => {
  it('can be done in one go', () => {
    const done: string[] = [];
    expect(atOnce(counted(done))).toBe('end');
    expect(done).toEqual(['1', '2', '3']);
  });

  it('can be done in turns: what else waits goes on between the steps', async () => {
    const done: string[] = [];
    const pause = async () => void done.push('pause');
    expect(await inTurns(counted(done), pause)).toBe('end');
    expect(done).toEqual(['1', 'pause', '2', 'pause', '3']);
  });

  it('takes turns with other work in steps', async () => {
    const done: string[] = [];
    const pause = async () => {};
    await Promise.all([inTurns(counted(done, 'a'), pause), inTurns(counted(done, 'b'), pause)]);
    expect(done).toEqual(['a1', 'b1', 'a2', 'b2', 'a3', 'b3']);
  });

  it('makes something of each of a list, so many in a step', async () => {
    const done: string[] = [];
    const doubled = (count: number, size: number) =>
      eachInSteps(
        Array.from({ length: count }, (_, at) => at),
        size,
        (number) => {
          done.push(String(number));
          return 2 * number;
        },
      );
    expect(atOnce(doubled(3, 2))).toEqual([0, 2, 4]);
    expect(atOnce(doubled(0, 2))).toEqual([]);
    done.length = 0;
    await inTurns(doubled(5, 2), async () => void done.push('pause'));
    expect(done.join(' ')).toBe('0 1 pause 2 3 pause 4');
  });

  it('fails as its step fails, in one go and in turns', async () => {
    // biome-ignore lint/correctness/useYield: it fails before its first pause.
    const failing = function* (): Steps<string> {
      throw new Error('no');
    };
    expect(() => atOnce(failing())).toThrow('no');
    await expect(inTurns(failing(), async () => {})).rejects.toThrow('no');
  });
});
