import type { AddressInfo } from 'node:net';
import { createServer, type Next, plugins, type Request, type RequestHandler, type Response } from 'restify';

export type HttpAnswer = { readonly status: number; readonly body?: unknown };

export type HttpOptions = {
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  /** Answers one message: the Authorization header and the parsed body. */
  readonly onMessage: (message: {
    readonly authorization: string | undefined;
    readonly body: unknown;
  }) => Promise<HttpAnswer>;
  /** The HTML of GET /policy, or of GET /policy/<council>, for everybody; undefined for what there is no page of. */
  readonly page?: (council?: string) => string | undefined;
  /** What GET /healthz tells, and whether it is well. No personal facts. */
  readonly health: () => Promise<{ readonly well: boolean; readonly facts: object }>;
  /** Told of an exception in a handler; the caller gets a bare 500. */
  readonly onFault: (error: unknown) => void;
};

export type HttpServer = {
  readonly port: number;
  /** Takes nothing new and waits for what is open, at most ten seconds. */
  readonly close: () => Promise<void>;
};

/** Teams sends at most about 100 KB. */
const LARGEST_BODY = 256 * 1024;

const LONGEST_CLOSE_MS = 10_000;

/** A page is words and styles: nothing on it runs, sends, loads or stands in another page. A changed page shows within five minutes. */
const PAGE_HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy':
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'public, max-age=300',
};

/** Starts the HTTP edge: POST /api/messages, GET /policy, GET /policy/<council>, GET /healthz, and 404 for the rest. @throws when the port is taken. */
export async function startServer({ host, port, onMessage, page, health, onFault }: HttpOptions): Promise<HttpServer> {
  const server = createServer({ name: 'golden-rule', ignoreTrailingSlash: true });
  server.server.headersTimeout = 10_000;
  server.server.requestTimeout = 15_000;
  server.first(hasUsableUrl);
  server.pre(refuseUnreadable);
  server.use(plugins.bodyReader({ maxBodySize: LARGEST_BODY }), plugins.jsonBodyParser({ mapParams: false }));
  server.post(
    '/api/messages',
    answering(({ headers, body }) => onMessage({ authorization: headers.authorization, body })),
  );
  for (const path of page ? ['/policy', '/policy/:council'] : [])
    server.get(
      path,
      guarded(async (request, response) => {
        const html = page?.(request.params?.council);
        if (html === undefined) response.send(404, { error: 'There is no such page.' });
        else response.sendRaw(200, html, PAGE_HEADERS);
      }),
    );
  server.get(
    '/healthz',
    answering(async () => {
      const { well, facts } = await health();
      return { status: well ? 200 : 503, body: facts };
    }),
  );
  await listening(server, { host, port });
  return { port: (server.server.address() as AddressInfo).port, close: () => closing(server) };

  function answering(answer: (request: Request) => Promise<HttpAnswer>): RequestHandler {
    return guarded(async (request, response) => {
      const { status, body } = await answer(request);
      response.send(status, body);
    });
  }

  function guarded(handle: (request: Request, response: Response) => Promise<void>): RequestHandler {
    return async (request: Request, response: Response) => {
      try {
        await handle(request, response);
      } catch (error) {
        onFault(error);
        response.send(500, { error: 'Something went wrong.' });
      }
    };
  }
}

type Restify = ReturnType<typeof createServer>;

/** restify reads the URL outside of any try: a Host header such as "a b" would end the process. */
function hasUsableUrl(request: Request, response: Response): boolean {
  try {
    request.getUrl();
    return true;
  } catch {
    response.statusCode = 400;
    response.end();
    return false;
  }
}

/** Its body reader ends the process on a body that says gzip and is not. Teams never compresses. */
function refuseUnreadable(request: Request, response: Response, next: Next): void {
  const { 'content-encoding': encoding, 'content-length': length } = request.headers;
  const refusals = [
    { status: 415, error: 'Send the body without compression.', applies: encoding !== undefined },
    { status: 413, error: 'The body is too large.', applies: Number(length ?? 0) > LARGEST_BODY },
  ];
  const refusal = refusals.find(({ applies }) => applies);
  if (refusal) response.send(refusal.status, { error: refusal.error });
  next(refusal ? false : undefined);
}

function listening(server: Restify, at: { readonly host: string; readonly port: number }): Promise<void> {
  return new Promise((resolve, reject) => {
    server.server.once('error', reject);
    server.listen(at.port, at.host, resolve);
  });
}

/** A client that keeps its connection open would hold the close for as long as it likes. */
async function closing(server: Restify): Promise<void> {
  const sweep = setInterval(() => server.server.closeIdleConnections(), 50);
  const limit = setTimeout(() => server.server.closeAllConnections(), LONGEST_CLOSE_MS);
  await new Promise<void>((resolve) => server.close(resolve));
  clearInterval(sweep);
  clearTimeout(limit);
}
