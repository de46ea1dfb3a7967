import type { Press } from '../../core/model';
import { fieldsOf, pressOf } from './activities';
import type { Inbound } from './inbound';

/** How Teams tells that a button of a card asks for a dialog, and that a button in such a dialog was pressed. */
const DIALOG_INVOKES: ReadonlySet<unknown> = new Set(['task/fetch', 'task/submit']);

/**
 * A button that opens a dialog from a card, or stands in one; undefined for anything else. Unlike in the dialogs of the message
 * extension, scope and conversation are those of the card: what the clerk may do depends on the channel.
 */
export function toDialogPress(activity: Inbound): Press | undefined {
  if (activity.type !== 'invoke' || !DIALOG_INVOKES.has(activity.name)) return undefined;
  const sent = fieldsOf(fieldsOf(activity.value).data);
  if (typeof sent.verb !== 'string' || sent.verb === '') return undefined;
  return { ...pressOf(activity, sent.verb, sent), surface: 'dialog' };
}
