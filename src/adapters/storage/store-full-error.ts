/** There is no room left on the disk. Nothing of the refused change was kept; reading goes on, and writing too once there is room. */
export class StoreFullError extends Error {
  override readonly name = 'StoreFullError';

  constructor(cause: unknown) {
    super('There is no room left on the disk for the database. Free some space; nothing needs to be restarted.', {
      cause,
    });
  }
}
