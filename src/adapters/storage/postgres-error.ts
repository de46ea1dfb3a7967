import { DatabaseError } from 'pg';
import { StoreFullError } from './store-full-error';
import { StoreUnavailableError } from './store-unavailable-error';

const noPlace =
  'The database server takes no more connections. Raise its max_connections, or run fewer copies of the assistant.';
const refused = 'The database server refuses the name or the password in STORE_URL.';

/** What the codes of a server mean to the person who runs the assistant (postgresql.org/docs/current/errcodes-appendix.html). */
const sentences: { readonly [code: string]: string } = {
  '28000': refused,
  '28P01': refused,
  '3D000': 'The database server has no database of the name in STORE_URL. Make it first.',
  '42501': 'The account in STORE_URL may not do this. Make it the owner of the database.',
  '53300': noPlace,
  '57014': 'The database server took too long. It may be too busy.',
  '57P01': noAnswer('57P01'),
  '57P02': noAnswer('57P02'),
  '57P03': noAnswer('57P03'),
};

const diskFull = '53100';

/** An error of the driver as the store throws it: what a server says about a statement stays as it is, all others become a sentence. Never holds the address or the password. */
export function postgresError(error: unknown): unknown {
  if (error instanceof StoreUnavailableError) return error;
  const code = codeOf(error);
  if (code === diskFull) return new StoreFullError(error);
  const sentence = sentences[code ?? ''];
  if (sentence !== undefined) return new StoreUnavailableError(sentence, { cause: error });
  if (error instanceof DatabaseError) return error;
  return new StoreUnavailableError(noAnswer(code ?? reason(error)), { cause: error });
}

function noAnswer(why: string): string {
  return `The database server of STORE_URL does not answer (${why}). Check that it runs and that this machine can reach it.`;
}

function codeOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  const { code } = error as { readonly code?: unknown };
  return typeof code === 'string' ? code : undefined;
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
