import type { Case } from '../cases/case';
import { askedAt } from '../cases/case-talk';
import { isUnfinished, mayHappen } from '../cases/change-case';
import type { Speaker } from '../conversation/speaker';
import type { Reply } from '../reply';

/** Whether a case's words can be removed at once. */
export function isErasable(one: Case): boolean {
  return !isUnfinished(one) && !one.held && one.wiped === undefined;
}

/** What has been forgotten, what goes with the councillor's yes, and what stays for now and why. */
export function forgetReply(cases: readonly Case[], speaker: Speaker): Reply {
  const can = cases.filter(isErasable);
  const cannot = cases.filter((one) => !isErasable(one));
  return speaker.reply('forget-me', {
    done: speaker.say('forget_done'),
    can: can.map((one) => ({
      line: speaker.say('forget_line', { reference: one.reference, when: askedAt(one) }),
    })),
    cannot: cannot.map((one) => ({ line: speaker.say(whyNot(one), { reference: one.reference }) })),
    channel: speaker.say('forget_channel'),
  });
}

function whyNot(one: Case): string {
  if (one.held) return 'forget_held';
  return mayHappen(one, 'withdrawn') ? 'forget_open' : 'forget_answered';
}
