/** The database server cannot be used now. Whoever asked may ask again: the store works by itself once the server does. */
export class StoreUnavailableError extends Error {
  override readonly name = 'StoreUnavailableError';
}
