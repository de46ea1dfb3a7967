/** A server of a test file's own, to be stopped, started and filled up at will. */
export type Cluster = {
  readonly url: string;
  readonly start: () => Promise<void>;
  readonly stop: () => Promise<void>;
  readonly remove: () => Promise<void>;
};

export const {
  startCluster,
}: {
  startCluster: (settings?: { readonly [name: string]: string | number }) => Promise<Cluster>;
} = require('../../tools/postgres/start-cluster');

export const { freePort }: { freePort: () => Promise<number> } = require('../../tools/postgres/free-port');
