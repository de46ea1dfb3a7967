import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

export type HalfOpenProxy = {
  /** The address of the database, by way of this proxy. */
  readonly url: string;
  /** From now on nothing passes on the connections there are, in either direction and for ever, and new ones get no answer: no end, no error. */
  readonly swallow: () => void;
  /** New connections pass again; those that were swallowed stay dead. */
  readonly pass: () => void;
  /** Passes the first message that holds the words on to the server, and then does this to its connection. */
  readonly after: (words: string, act: 'swallow' | 'cut') => void;
  readonly close: () => Promise<void>;
};

type Pair = { swallowed: boolean; readonly sides: readonly [Socket, Socket] };

/** Stands between a store and its server and lets a connection go half-open, as a router or a machine that vanishes does. */
export async function startHalfOpenProxy(database: string): Promise<HalfOpenProxy> {
  const target = new URL(database);
  const pairs = new Set<Pair>();
  let passing = true;
  let trap: { readonly words: string; readonly act: 'swallow' | 'cut' } | undefined;
  const server = createServer((near) => {
    const far = connect(Number(target.port), target.hostname);
    const pair: Pair = { swallowed: !passing, sides: [near, far] };
    pairs.add(pair);
    near.on('data', (bytes) => {
      forward(pair, far, bytes);
      if (trap !== undefined && bytes.includes(trap.words)) spring(pair);
    });
    far.on('data', (bytes) => forward(pair, near, bytes));
    for (const [side, other] of [pair.sides, [far, near] as const]) {
      side.on('error', () => undefined);
      side.on('close', () => {
        if (!pair.swallowed) other.end();
      });
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = new URL(database);
  url.port = String((server.address() as AddressInfo).port);
  return {
    url: url.href,
    swallow: () => {
      passing = false;
      for (const pair of pairs) pair.swallowed = true;
    },
    pass: () => {
      passing = true;
    },
    after: (words, act) => {
      trap = { words, act };
    },
    close: async () => {
      for (const side of [...pairs].flatMap(({ sides }) => sides)) side.destroy();
      server.close();
      await once(server, 'close');
    },
  };

  function spring(pair: Pair): void {
    if (trap?.act === 'cut') for (const side of pair.sides) side.end();
    pair.swallowed = true;
    trap = undefined;
  }
}

function forward(pair: Pair, to: Socket, bytes: Buffer): void {
  if (!pair.swallowed) to.write(bytes);
}
