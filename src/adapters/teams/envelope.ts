import type { Reply } from '../../core/reply';

/** A reply made ready to be shown: an Adaptive Card, and the same as plain text. */
export type Render = (reply: Reply) => { readonly card: object; readonly text: string };

/** An attachment that holds a card. */
export function attach(card: object) {
  return { contentType: 'application/vnd.microsoft.card.adaptive', content: card };
}

/**
 * A reply as a message. Never a card and text in one: Teams splits the two and tells the id of neither.
 * The summary is what a locked screen shows.
 */
export function toActivity(render: Render, reply: Reply, options: { readonly textOnly: boolean }): object {
  const { card, text } = render(reply);
  const shown = options.textOnly || reply.plain ? { text, textFormat: 'plain' } : { attachments: [attach(card)] };
  return { type: 'message', summary: reply.notice, ...shown };
}
