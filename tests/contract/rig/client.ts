import { request } from 'node:http';

export type Response = { readonly status: number; readonly body: string };

export type PostOptions = {
  readonly token?: string;
  readonly path?: string;
  readonly headers?: { readonly [name: string]: string };
};

/** Posts an activity, or any other text as it is, to a port of loopback: to /api/messages unless a path is given. */
export function post(port: number, body: object | string, options: PostOptions = {}): Promise<Response> {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const token = options.token;
  const headers = {
    'content-type': 'application/json; charset=utf-8',
    'content-length': String(Buffer.byteLength(text)),
    ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    ...options.headers,
  };
  return exchange(port, { method: 'POST', path: options.path ?? '/api/messages', headers, chunks: [text] });
}

/** Sends a body of which the length is not told before. */
export function postChunks(port: number, chunks: readonly string[]): Promise<Response> {
  const headers = { 'content-type': 'application/json', 'transfer-encoding': 'chunked' };
  return exchange(port, { method: 'POST', path: '/api/messages', headers, chunks });
}

export function get(port: number, path: string, headers: { readonly [name: string]: string } = {}): Promise<Response> {
  return exchange(port, { method: 'GET', path, headers, chunks: [] });
}

type Exchange = {
  readonly method: string;
  readonly path: string;
  readonly headers: { readonly [name: string]: string };
  readonly chunks: readonly string[];
};

function exchange(port: number, { method, path, headers, chunks }: Exchange): Promise<Response> {
  return new Promise((resolve, reject) => {
    const sending = request({ host: '127.0.0.1', port, method, path, headers, agent: false }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part) => parts.push(part));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, body: Buffer.concat(parts).toString('utf8') }),
      );
    });
    sending.on('error', reject);
    for (const chunk of chunks) sending.write(chunk);
    sending.end();
  });
}
