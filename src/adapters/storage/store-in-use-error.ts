/** Another process has the database file. */
export class StoreInUseError extends Error {
  override readonly name = 'StoreInUseError';

  constructor(path: string, cause: unknown) {
    super(
      `The assistant is already running on ${path}. Stop the other one first, or give this one a file of its own in STORE_URL.`,
      { cause },
    );
  }
}
