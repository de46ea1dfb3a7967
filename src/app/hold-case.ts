import { chat } from '../core/conversation/card-replies';
import { readReference, withoutReference } from '../core/conversation/commands';
import { refuseAtDesk } from './refuse-at-desk';
import { setHold } from './set-hold';
import type { Handler } from './surroundings';

/** "hold C-0042 a request under the Freedom of Information Act": nothing of the case is removed until it is released. Both need a reason. */
export function typedHold(action: 'held' | 'released'): Handler {
  return async (visit, rest, given) => {
    const { store, speaker, clock, wakeDelivery } = given;
    const reference = readReference(rest);
    if (reference === undefined) return chat(speaker.note('no_reference'));
    const one = await store.cases.byReference(visit.tenant, reference);
    const refusal = await refuseAtDesk(visit, one, given);
    if (refusal !== undefined || !one) return chat(speaker.note(refusal ?? 'no_case_here'));
    const why = withoutReference(rest);
    const outcome = why ? await setHold(one, { store, action, why, at: clock(), by: visit.from }) : `why_${action}`;
    wakeDelivery();
    return chat(
      speaker.reply('clerk-line', { reference, caseId: one.id, text: speaker.say(outcome, { reference }), link: null }),
    );
  };
}
