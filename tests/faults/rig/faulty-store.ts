import type { Store } from '../../../src/app/ports';

/** Where a method of the store fails: before it has done anything, or after its work was committed. */
export type Moment = 'before' | 'after';

type Part = { readonly [method: string]: (...given: readonly never[]) => Promise<unknown> };

/** The methods of a store as "cases.open", except those that end it. */
export function methodsOf(store: Store): readonly string[] {
  return Object.entries(store).flatMap(([part, methods]) =>
    typeof methods === 'object' ? Object.keys(methods).map((method) => `${part}.${method}`) : [],
  );
}

/** The same store, in which a method that is told fails, once. After the idea of Temporal's fault injection, which wraps every store. */
export function faultyStore(store: Store) {
  let armed: { readonly method: string; readonly moment: Moment } | undefined;
  const parts = Object.entries(store).map(([name, part]) => [
    name,
    typeof part === 'object' ? wrapped(name, part) : part,
  ]);
  return {
    store: Object.fromEntries(parts) as Store,
    arm: (method: string, moment: Moment) => {
      armed = { method, moment };
    },
    /** Whether the fault has happened; it does not happen any more. */
    disarm: () => {
      const happened = armed === undefined;
      armed = undefined;
      return happened;
    },
  };

  function wrapped(name: string, part: object): Part {
    const methods = Object.entries(part as Part).map(([method, call]) => [
      method,
      async (...given: readonly never[]) => {
        const moment = armed?.method === `${name}.${method}` ? armed.moment : undefined;
        if (moment !== undefined) armed = undefined;
        if (moment === 'before') throw new RangeError('the store failed');
        const result = await call(...given);
        if (moment === 'after') throw new RangeError('the store failed');
        return result;
      },
    ]);
    return Object.fromEntries(methods);
  }
}
