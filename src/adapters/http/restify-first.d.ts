import 'restify';

declare module 'restify' {
  interface Server {
    /** Runs before anything else of restify; returning false ends the request. Missing from the published types. */
    first(...handlers: readonly ((request: Request, response: Response) => boolean)[]): void;
  }
}
