import type { TurnContext } from 'botbuilder';
import type { Inbound } from './inbound';

/** The activity of a turn. What runs a turn passes one that was read as `Inbound`. */
export function inboundOf(context: TurnContext): Inbound {
  return context.activity as object as Inbound;
}
