import { parseArgs } from 'node:util';

/** What the command line asks for. */
export type RecordsRequest = { readonly tenant?: string } & (
  | { readonly kind: 'export-person'; readonly person: string; readonly out: string; readonly forAlternate: boolean }
  | { readonly kind: 'export-case'; readonly reference: string; readonly out: string; readonly forAlternate: boolean }
  | { readonly kind: 'erase'; readonly person: string; readonly yes: boolean }
  | { readonly kind: 'hold'; readonly action: 'held' | 'released'; readonly reference: string; readonly why: string }
  | { readonly kind: 'retention'; readonly dryRun: boolean }
);

export const RECORDS_USAGE = `What to type:
  npm run records -- export --person ID-OR-NAME --out FOLDER
  npm run records -- export --case C-0042 --out FOLDER
  npm run records -- erase --person ID-OR-NAME
  npm run records -- hold --case C-0042 --why "a request for information"
  npm run records -- release --case C-0042 --why "the request was answered"
  npm run records -- retention --dry-run
Put --tenant and the directory id of the council behind it where TENANT_ID is not set. Stop the assistant first: its file of records
belongs to one at a time. On PostgreSQL it may go on.`;

/** Reads the words behind `npm run records --`. Throws a sentence, with what to type, when they do not make sense. */
export function readRecordsRequest(words: readonly string[]): RecordsRequest {
  const { values, positionals } = parse(words);
  const { tenant, person, out, why } = values;
  const reference = values.case?.toUpperCase();
  const council = tenant === undefined ? {} : { tenant };
  const forAlternate = values['for-alternate'] === true;
  const [verb = ''] = positionals;
  if (verb === 'export' && person !== undefined && out !== undefined)
    return { ...council, kind: 'export-person', person, out, forAlternate };
  if (verb === 'export' && reference !== undefined && out !== undefined)
    return { ...council, kind: 'export-case', reference, out, forAlternate };
  if (verb === 'erase' && person !== undefined) return { ...council, kind: 'erase', person, yes: values.yes === true };
  if ((verb === 'hold' || verb === 'release') && reference !== undefined && why !== undefined)
    return { ...council, kind: 'hold', action: verb === 'hold' ? 'held' : 'released', reference, why };
  if (verb === 'retention') return { ...council, kind: 'retention', dryRun: values['dry-run'] === true };
  throw new Error(`This is not a whole command. ${RECORDS_USAGE}`);
}

function parse(words: readonly string[]) {
  try {
    return parseArgs({
      args: [...words],
      allowPositionals: true,
      options: {
        tenant: { type: 'string' },
        person: { type: 'string' },
        case: { type: 'string' },
        out: { type: 'string' },
        why: { type: 'string' },
        yes: { type: 'boolean' },
        'dry-run': { type: 'boolean' },
        'for-alternate': { type: 'boolean' },
      },
    });
  } catch (error) {
    throw new Error(`${error instanceof Error ? error.message : String(error)}. ${RECORDS_USAGE}`);
  }
}
