import type { Search } from '../../core/model';
import { fieldsOf, toMessage } from './activities';
import type { Inbound } from './inbound';

/** The box of every search, as the manifest names it. When a search has just been opened, Teams sends another in its place. */
const QUERY_BOX = 'query';

/** Nobody types more, and a search is sent anew with every key. */
const LONGEST_QUERY = 500;

/** A search with the message extension; undefined for anything else. Scope and conversation are those where it was opened. */
export function toSearch(activity: Inbound): Search | undefined {
  if (activity.type !== 'invoke' || activity.name !== 'composeExtension/query') return undefined;
  const { commandId, parameters } = fieldsOf(activity.value);
  if (typeof commandId !== 'string' || commandId === '') return undefined;
  const { id, tenant, conversation, scope, from, address } = toMessage(activity);
  const query = queryIn(parameters);
  return { kind: 'search', id, tenant, conversation, scope, from, command: commandId, query, address };
}

function queryIn(parameters: unknown): string {
  const boxes = Array.isArray(parameters) ? parameters.map(fieldsOf) : [];
  const typed = boxes.find(({ name }) => name === QUERY_BOX)?.value;
  return typeof typed === 'string' ? typed.trim().slice(0, LONGEST_QUERY) : '';
}
