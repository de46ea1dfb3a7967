import type { Reply } from '../../core/reply';
import type { Dialogs } from './dialogs';
import type { Render } from './envelope';
import { firstLines } from './first-lines';
import type { Inbound } from './inbound';

export type Apologise = (activity: Inbound) => object;

/** Where the answer to a kind of invoke shows. Any other kind is answered under the card. */
const PLACES: ReadonlyMap<unknown, 'dialog' | 'list'> = new Map([
  ['composeExtension/fetchTask', 'dialog'],
  ['composeExtension/submitAction', 'dialog'],
  ['composeExtension/query', 'list'],
  ['task/fetch', 'dialog'],
  ['task/submit', 'dialog'],
]);

/** What an invoke is answered whose turn failed. The card stays as it is with what was typed into it; a dialog or a list is replaced. */
export function createApologise(apology: Reply, render: Render, dialogs: Dialogs): Apologise {
  return ({ name }) => {
    const place = PLACES.get(name);
    if (place === 'dialog') return { task: { type: 'continue', value: dialogs.show(apology) } };
    if (place === 'list') return { composeExtension: { type: 'message', text: firstLines(render, apology) } };
    const value = { code: 'InternalServerError', message: render(apology).text };
    return { statusCode: 500, type: 'application/vnd.microsoft.error', value };
  };
}
